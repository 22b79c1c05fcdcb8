import { type Case, cases, type How, kindOf, waysOf } from "../cases/case";

/**
 * Who holds a thing, and when it leaves the account, whatever becomes of the resource that declares it. Each row is a way in
 * which a kind comes by its thing (test/cases), each column what happens to its resource. The tests beside this file run every cell
 * over HTTP, and docs/ownership.md is made of it.
 */

export interface Thing {
  name: string;
  how: How;
  of: Case;
}

export const things: readonly Thing[] = cases.flatMap((of) =>
  Object.entries(waysOf(of)).map(([name, { how }]) => ({ name, how, of })),
);

/** What becomes of the resource `old`. Afterwards it alone holds the thing, or `new` alone. */
export const replacements = [
  "renamed in one run",
  "renamed in two runs with --target",
  "renamed, and the run broken off before the delete",
  "killed after the create, then run again",
  "replaced (--replace)",
] as const;

/** How a second resource, `new`, comes to declare the same. */
export const doubles = [
  "once more in the program, with --target",
  "once more, through a second provider",
  "once more, in a second stack",
] as const;

export type Replacement = (typeof replacements)[number];
export type Double = (typeof doubles)[number];

/** What a destroy of all that declares it does with the thing. */
export type End =
  | "deleted"
  | "stays"
  /** A killed run has left a mark that no state knows of. */
  | "stays, marked";

/** What the run does, and what is at the end. */
export type Replaced =
  | End
  /** The code is used up, so the run fails: `old` keeps its device, or where it never reached state, nobody has it. */
  | "fails, then deleted"
  | "fails, then stays";

export interface Doubled {
  run: "shared, with a warning" | "fails";
  /** What the next plain `pulumi up` does. */
  up: "nothing" | "warns" | "`new` gets one of its own" | "fails";
  /** By which of the two is destroyed first. */
  newFirst: End;
  oldFirst: End;
  /** Both at once. */
  together: End;
}

const stays: Record<Replacement, Replaced> = {
  "renamed in one run": "stays",
  "renamed in two runs with --target": "stays",
  "renamed, and the run broken off before the delete": "stays",
  "killed after the create, then run again": "stays, marked",
  "replaced (--replace)": "stays",
};

/**
 * What the stack has made stays made wherever one run sees both resources. Where it sees only the new one, it cannot tell a
 * mark of its own stack from another's; and of what a killed run has made nothing says who made it.
 */
const made: Record<Replacement, Replaced> = {
  "renamed in one run": "deleted",
  "renamed in two runs with --target": "stays",
  "renamed, and the run broken off before the delete": "deleted",
  "killed after the create, then run again": "stays",
  "replaced (--replace)": "deleted",
};

const replaced: Record<How, Record<Replacement, Replaced>> = {
  made,
  there: stays,
  kept: { ...stays, "killed after the create, then run again": "stays" },
  awaited: {
    ...made,
    "renamed in two runs with --target": "deleted",
    "killed after the create, then run again": "stays, marked",
  },
  once: {
    "renamed in one run": "fails, then deleted",
    "renamed in two runs with --target": "fails, then deleted",
    "renamed, and the run broken off before the delete": "fails, then deleted",
    "killed after the create, then run again": "fails, then stays",
    "replaced (--replace)": "fails, then deleted",
  },
};

export const replacedOf = ({ how }: Thing, way: Replacement): Replaced => replaced[how][way];

const shared = { run: "shared, with a warning", up: "nothing", newFirst: "stays", oldFirst: "stays", together: "stays" } as const;
const refused = { run: "fails", up: "fails", newFirst: "deleted", oldFirst: "deleted", together: "deleted" } as const;

/** `new` finds what `old` has made, and leaves it. What `old` then leaves to `new`, nobody deletes, unless one run sees both go. */
const found: Record<Double, Doubled> = {
  "once more in the program, with --target": { ...shared, up: "warns", newFirst: "deleted", together: "deleted" },
  "once more, through a second provider": { ...shared, newFirst: "deleted", together: "deleted" },
  "once more, in a second stack": { ...shared, newFirst: "deleted" },
};

const left: Record<Double, Doubled> = {
  "once more in the program, with --target": { ...shared, up: "warns" },
  "once more, through a second provider": shared,
  "once more, in a second stack": shared,
};

/** Whoever goes last deletes it. */
const ends = { newFirst: "deleted", oldFirst: "deleted", together: "deleted" } as const;

const doubled: Record<How, Record<Double, Doubled>> = {
  made: found,
  there: left,
  kept: left,
  awaited: {
    "once more in the program, with --target": { ...shared, up: "warns", ...ends },
    "once more, through a second provider": { ...shared, ...ends },
    "once more, in a second stack": { ...shared, ...ends },
  },
  once: {
    "once more in the program, with --target": refused,
    "once more, through a second provider": refused,
    "once more, in a second stack": refused,
  },
};

export function doubledOf({ how, of }: Thing, way: Double): Doubled {
  const cell = doubled[how][way];
  return cell.up === "warns" && kindOf(of).isRepeatable ? { ...cell, up: "`new` gets one of its own" } : cell;
}
