import { RemoteitError } from "../core/errors";

/**
 * Sends a deletion and sees it through: where remote.it refuses it, or its answer is lost, a fresh look decides. Only what is
 * seen to be gone counts as deleted.
 *
 * @param send - Resolves with true where it was carried out.
 * @param look - Reads the thing afresh; undefined where it is gone.
 * @param refusal - The error for a thing that is still there, or could not be looked for, after what remote.it answered.
 */
export async function confirmGone<T>(
  send: () => Promise<boolean | null>,
  look: () => Promise<T | undefined>,
  refusal: (item: T | undefined, why: RemoteitError | undefined) => Error,
): Promise<void> {
  let why: RemoteitError | undefined;
  try {
    if ((await send()) === true) return;
  } catch (error) {
    if (!(error instanceof RemoteitError)) throw error;
    why = error;
  }
  const seen = await look().then(
    (item) => ({ item }),
    () => undefined,
  );
  if (!seen || seen.item !== undefined) throw refusal(seen?.item, why);
}
