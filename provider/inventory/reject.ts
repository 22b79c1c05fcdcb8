import type { About } from "../client";
import { RemoteitError } from "../core/errors";

/** One request serves many resources: each hears of its failure under its own name. */
export function reject({ about, reject: refuse }: { about: About; reject: (error: unknown) => void }, error: unknown): void {
  const { what, subject } = about;
  refuse(error instanceof RemoteitError ? error.restate({ what, subject }) : error);
}
