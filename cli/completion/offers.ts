import type { Option } from "commander";

/** What stands on the line before the cursor that values may depend on. */
export interface Line {
  /** The folder of the project. */
  cwd: string;
}

interface Offers {
  values: (line: Line) => readonly string[] | Promise<readonly string[]>;
  /** Whether several values stand in one word, with commas between. */
  isList: boolean;
}

const known = new WeakMap<Option, Offers>();

/** Says which values a shell may offer for an option that takes others as well, or several in one word. */
export function offering(option: Option, values: Offers["values"], { isList = false } = {}): Option {
  known.set(option, { values, isList });
  return option;
}

export const offersOf = (option: Option): Offers => known.get(option) ?? { values: () => option.argChoices ?? [], isList: false };
