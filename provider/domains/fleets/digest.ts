import { createHash } from "node:crypto";
import { idKey } from "../../inventory";
import type { Difference } from "./template";

/** How a digest of nothing reads: every device is as declared. */
export const CONFORMS = "conforms";

const BYTES = 12;

/**
 * A digest of what does not conform, whatever the order in which it is met: of each device its differences and what is wanted
 * there. What the account holds instead does not count, so that a fleet stays as it was left while somebody else edits what it
 * cannot change.
 */
export interface Digest {
  add: (id: string, lacking: readonly Difference[]) => void;
  text: () => string;
}

export function createDigest(): Digest {
  const sum = Buffer.alloc(BYTES);
  let count = 0;
  return {
    add: (id, lacking) => {
      if (lacking.length === 0) return;
      count += 1;
      const lines = lacking.map(({ path, expected, work }) => `${path} ${work.kind} ${JSON.stringify(expected)}`).toSorted();
      const hash = createHash("sha256")
        .update([idKey(id), ...lines].join("\n"))
        .digest();
      for (let index = 0; index < BYTES; index += 1) sum[index] = (sum[index] ?? 0) ^ (hash[index] ?? 0);
    },
    text: () => (count === 0 ? CONFORMS : sum.toString("base64url")),
  };
}

/** What state says after a look: how the last update left it, and after a slash how it is now, where that is otherwise. */
export function conformityAfter(held: unknown, now: string): string {
  const left = leftBy(held);
  return left === now ? left : `${left}/${now}`;
}

/** How the last update left the fleet. */
export const leftBy = (held: unknown): string => (typeof held === "string" ? (held.split("/", 1)[0] ?? "") : "");
