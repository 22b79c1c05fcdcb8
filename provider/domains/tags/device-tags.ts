import { z } from "zod";
import type { RequestLabel, Client } from "../../client";
import type { Hints } from "../../core/field";
import type { DeviceRecord } from "../../inventory";
import { refused } from "../shared/answers";
import { AddTags, PERMISSION, RemoveTags } from "./calls";

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

/**
 * Whether the account that bears these tags tells two spellings of a name apart. Whether remote.it does is unknown; its app does
 * not (api/README.md, A). So case counts only where the account is seen to hold two tags that differ by nothing else.
 */
export function tagHints({ tags, tellsCase }: Pick<DeviceRecord, "tags" | "tellsCase">): { tellsCase: boolean } {
  return tellsCase === true || (tags.length > 1 && twinsIn(tags.map(({ name }) => name)).length > 0) ? telling : notTelling;
}

const [telling, notTelling] = [{ tellsCase: true }, { tellsCase: false }];

/** Of the names, those that another one differs from by case alone. */
export function twinsIn(names: readonly string[]): string[] {
  const distinct = [...new Set(names)];
  return distinct.filter((name) => distinct.some((other) => other !== name && folded(other) === folded(name)));
}

export interface Tagging {
  id: string;
  /** Whose tags they are: every account has its own on a device (api/README.md, A). */
  accountId: string;
  /** What the device bears. */
  borne: string[];
  wanted: string[];
  /** Reads what it bears now. */
  look: () => Promise<string[]>;
}

/**
 * Makes the device bear exactly the wanted tags, and never fewer of them than before: they are added first, which makes those
 * that the account does not know yet. Another spelling of a wanted tag may be the very same tag, so it is taken off only once
 * the device is seen to bear both. An answer other than true may stand for a change that was made: then the device tells.
 */
export async function setTags(
  client: Client,
  { id, accountId, borne, wanted, look }: Tagging,
  about: RequestLabel,
): Promise<void> {
  const missing = wanted.filter((tag) => !borne.includes(tag));
  const extra = borne.filter((tag) => !wanted.includes(tag));
  const isSpelledOtherwise = (tag: string) => wanted.some((one) => folded(one) === folded(tag));
  let now = borne;
  if (missing.length > 0) {
    const { addTag } = await client.graphql(AddTags, { ids: [id], names: missing, accountId }, about);
    if (addTag !== true || extra.some(isSpelledOtherwise)) now = await look();
    if (addTag !== true) {
      const isBorne = (tag: string) => now.some((one) => (addTag === null ? folded(one) === folded(tag) : one === tag));
      if (!missing.every(isBorne)) throw refused(about, `The tags ${missing.join(", ")} were not added.`, PERMISSION);
    }
  }
  const isBorneBeside = (tag: string) => wanted.some((one) => folded(one) === folded(tag) && now.includes(one));
  const removed = extra.filter((tag) => !isSpelledOtherwise(tag) || (isBorneBeside(tag) && now.includes(tag)));
  if (removed.length === 0) return;
  const { removeTag } = await client.graphql(RemoveTags, { ids: [id], names: removed, accountId }, about);
  if (removeTag === true) return;
  const left = await look();
  if (removed.some((tag) => left.includes(tag)))
    throw refused(about, `The tags ${removed.join(", ")} were not removed.`, PERMISSION);
}

const asIs = (name: string): string => name;
const folded = (name: string): string => name.toLowerCase();

function asSet(tags: unknown, spelled: (name: string) => string): Set<string> {
  return new Set(Array.isArray(tags) ? (tags as string[]).map(spelled) : []);
}
