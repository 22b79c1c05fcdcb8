import type { RequestLabel } from "../client";
import { GraphqlError, NotFoundError, TransientError, ValidationError } from "../core/errors";
import type { Batch, ReadBatch } from "./batches";
import { idKey } from "./by-id";

/** What one request, or several, found for ids. */
export interface Read<T> extends Omit<Batch<T>, "items"> {
  /** By `idKey`. */
  found: ReadonlyMap<string, T>;
  /** Ids that could not be read, as they were asked for, and why. */
  failed: ReadonlyMap<string, unknown>;
}

/** Reads what several ids name, and tells of each that it could not. */
export type ReadEach<T> = (ids: string[], withTotal: boolean, about: RequestLabel) => Promise<Read<T>>;

/** So many ids that fail one by one, where none succeeds, are not at fault themselves. */
const FAILED_ALONE = 3;

/** Of so many that fail one by one, the rest is not asked for any further. */
const MOST_FAILED = 25;

/**
 * Reads several ids with one request. remote.it answers all of them or none, so where it refuses for the sake of one, the
 * request is sent again by halves, until that one alone fails.
 */
export async function readEach<T extends { id: string }>(
  read: ReadBatch<T>,
  ids: string[],
  withTotal: boolean,
  about: RequestLabel,
): Promise<Read<T>> {
  let facts: Omit<Batch<T>, "items"> | undefined;
  const found = new Map<string, T>();
  const failed = new Map<string, unknown>();
  let alone = 0;

  const ask = async (part: string[]): Promise<void> => {
    try {
      const { items, ...more } = await read(part, withTotal && facts === undefined, about);
      facts ??= more;
      for (const item of items) found.set(idKey(item.id), item);
    } catch (error) {
      const isHopeless = alone >= (facts === undefined ? FAILED_ALONE : MOST_FAILED);
      if (part.length === 1 || isHopeless || !isOfOne(error)) {
        if (part.length === 1) alone += 1;
        for (const id of part) failed.set(id, error);
        if (!isOfOne(error)) throw error;
        return;
      }
      const middle = Math.ceil(part.length / 2);
      await ask(part.slice(0, middle));
      if (facts === undefined && alone >= FAILED_ALONE) for (const id of part.slice(middle)) failed.set(id, error);
      else await ask(part.slice(middle));
    }
  };

  await ask(ids);
  if (facts === undefined) throw failed.values().next().value;
  return { ...facts, found, failed };
}

/** What a batch of ids showed. */
export interface ReadTogether<T> {
  accountId: string;
  items: T[];
  /** Ids that remote.it refused to read, as they were asked for, and why. */
  failed: ReadonlyMap<string, unknown>;
}

/** As {@link readEach}, for who asks for all of them. @throws what failed, where none could be read. */
export async function readTogether<T extends { id: string }>(
  read: ReadBatch<T>,
  ids: string[],
  about: RequestLabel,
): Promise<ReadTogether<T>> {
  const { accountId, found, failed } = await readEach(read, ids, false, about);
  return { accountId, items: [...found.values()], failed };
}

/** Whether remote.it has answered, and one record may be to blame. */
function isOfOne(error: unknown): boolean {
  if (error instanceof TransientError) return error.ofPart;
  return (
    error instanceof ValidationError ||
    error instanceof NotFoundError ||
    (error instanceof GraphqlError && error.errors.length > 0)
  );
}
