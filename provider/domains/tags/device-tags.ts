import { z } from "zod";
import type { RequestLabel } from "../../client";
import type { Hints } from "../../core/field";
import { refused } from "../shared/answers";

export const tagName = () =>
  z.string({ error: "must be a text" }).regex(/^\S{1,100}$/, {
    error: "must be 1 to 100 characters without white space: remote.it's tag names hold none",
  });

export const tagList = () => z.array(tagName(), { error: "must be a list of tag names" });

/** Tags are a set: neither order nor repetition means anything, and neither does case where the hints say so. */
export function sameTags(one: unknown, other: unknown, { tellsCase = true }: Hints = {}): boolean {
  const spelled = tellsCase === true ? asIs : folded;
  const [left, right] = [asSet(one, spelled), asSet(other, spelled)];
  return left.size === right.size && [...left].every((tag) => right.has(tag));
}

/** What bears tags, and what it is known of whether its account tells case. */
interface Bearer {
  tags: readonly { name: string }[];
  tellsCase?: true;
}

/**
 * Whether the account that bears these tags tells two spellings of a name apart. Whether remote.it does is unknown; its app does
 * not (api/README.md, A). So case counts only where the account is seen to hold two tags that differ by nothing else.
 */
export function tagHints({ tags, tellsCase }: Bearer): { tellsCase: boolean } {
  return tellsCase === true || (tags.length > 1 && twinsIn(tags.map(({ name }) => name)).length > 0) ? telling : notTelling;
}

const [telling, notTelling] = [{ tellsCase: true }, { tellsCase: false }];

/** Of the names, those that another one differs from by case alone. */
export function twinsIn(names: readonly string[]): string[] {
  const distinct = [...new Set(names)];
  return distinct.filter((name) => distinct.some((other) => other !== name && folded(other) === folded(name)));
}

export interface Tagging {
  /** What the thing bears. */
  borne: string[];
  wanted: string[];
  /** Reads what it bears now. */
  look: () => Promise<string[]>;
  /** Each answers as remote.it does. */
  add: (names: string[]) => Promise<boolean | null>;
  remove: (names: string[]) => Promise<boolean | null>;
}

/**
 * Makes a thing bear exactly the wanted tags, and never fewer of them than before: they are added first, which makes those
 * that the account does not know yet. Another spelling of a wanted tag may be the very same tag, so it is taken off only once
 * the thing is seen to bear both. An answer other than true may stand for a change that was made: then the thing tells.
 */
export async function setTags({ borne, wanted, look, add, remove }: Tagging, about: RequestLabel): Promise<void> {
  const missing = wanted.filter((tag) => !borne.includes(tag));
  const extra = borne.filter((tag) => !wanted.includes(tag));
  const isSpelledOtherwise = (tag: string) => wanted.some((one) => folded(one) === folded(tag));
  let now = borne;
  if (missing.length > 0) {
    const added = await add(missing);
    if (added !== true || extra.some(isSpelledOtherwise)) now = await look();
    if (added !== true) {
      const isBorne = (tag: string) => now.some((one) => (added === null ? folded(one) === folded(tag) : one === tag));
      if (!missing.every(isBorne)) throw refused(about, `The tags ${missing.join(", ")} were not added.`);
    }
  }
  const isBorneBeside = (tag: string) => wanted.some((one) => folded(one) === folded(tag) && now.includes(one));
  const removed = extra.filter((tag) => !isSpelledOtherwise(tag) || (isBorneBeside(tag) && now.includes(tag)));
  if (removed.length === 0) return;
  if ((await remove(removed)) === true) return;
  const left = await look();
  if (removed.some((tag) => left.includes(tag))) throw refused(about, `The tags ${removed.join(", ")} were not removed.`);
}

const asIs = (name: string): string => name;
const folded = (name: string): string => name.toLowerCase();

function asSet(tags: unknown, spelled: (name: string) => string): Set<string> {
  return new Set(Array.isArray(tags) ? (tags as string[]).map(spelled) : []);
}
