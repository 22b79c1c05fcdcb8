import type { About } from "../client";
import { ConflictError } from "../core/errors";
import type { Context } from "./context";

/** Notes that this process made or adopted the thing. Two resources must never manage the same one. */
export function hold({ held }: Pick<Context, "held">, id: string, about: About): void {
  if (isHeld({ held }, id)) {
    throw new ConflictError({
      ...about,
      why: `${id} is already managed by another resource of this program.`,
      remedy: "Declare each thing once: remove one of the two declarations.",
    });
  }
  held.add(id.toLowerCase());
}

export function isHeld({ held }: Pick<Context, "held">, id: string): boolean {
  return held.has(id.toLowerCase());
}
