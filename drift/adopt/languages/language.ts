import type { Constants } from "../names";
import type { Declaration } from "../program";

/** How programs of one language are written. */
export interface Language {
  /** What begins a comment. */
  comment: string;
  constants: Constants;
  /** The whole program. */
  write: (declarations: readonly Declaration[]) => Iterable<string>;
}

/** Comments before a declaration, without what begins them: the program needs the whole of what a report tells a part of. */
export function commentsOf({ comments = [], sensitive }: Declaration): string[] {
  if (sensitive.length === 0) return [...comments];
  return [
    ...comments,
    `Whoever knows this ${sensitive.join(" and ")} may be let in by it: keep it in the configuration, with \`pulumi config set --secret\`.`,
  ];
}
