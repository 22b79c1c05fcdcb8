import { operate } from "../../client";
import type { Session } from "../sessions";
import type { Properties } from "../values/decode";

/** Work on the account, as long as the resource's `waitSeconds` or its customTimeouts (`timeout`, 0 where there are none) say. */
export function operation<T>(
  { signal }: Session,
  { waitSeconds }: Properties,
  timeout: number,
  work: () => Promise<T>,
): Promise<T> {
  const wait = typeof waitSeconds === "number" ? waitSeconds : 0;
  return operate(
    async () => {
      signal.throwIfAborted();
      return work();
    },
    { waitSeconds: wait, seconds: timeout > 0 ? timeout : undefined, signal },
  );
}
