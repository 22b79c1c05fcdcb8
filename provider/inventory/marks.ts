import { isMap } from "../core/map";

/**
 * What a resource leaves among a thing's attributes when it manages it without having made it: a random token that its state
 * keeps. Several resources of several stacks may have one each; whoever deletes finds those of the others, and leaves the
 * thing.
 */
export type Marks = ReadonlyMap<string, MarkedAs>;

/**
 * `adopted`: the thing was there before. `made`: another resource of the same stack had made it and left it to this one, which
 * deletes it with the resource.
 */
export type MarkedAs = "adopted" | "made";

type Attributes = Record<string, unknown>;

const PREFIX = "pulumi-remoteit/";

/** The attribute that holds a mark. It stands at the top, with no dot: neither nesting nor paths mean anything to it. */
export const markName = (token: string): string => `${PREFIX}${token}`;

/** Whether an attribute is a mark. */
const isMark = (name: string): boolean => name.startsWith(PREFIX);

export function marksIn(attributes: Attributes): Marks {
  if (!Object.keys(attributes).some(isMark)) return noMarks;
  const marks = Object.entries(attributes).filter(([name, value]) => isMark(name) && value !== null);
  return new Map(marks.map(([name, value]) => [name.slice(PREFIX.length), value === "made" ? "made" : "adopted"]));
}

/** What comes before the token in a mark of the webhook: it stands among the attributes of the account's user. */
const WEBHOOK = "webhook/";

/** The attribute of the account's user that holds a mark of the webhook. */
export const webhookMarkName = (token: string): string => markName(`${WEBHOOK}${token}`);

/** Marks of the webhook among the attributes of the account's user. */
export function webhookMarksIn(attributes: Attributes): Marks {
  const marks = [...marksIn(attributes)].filter(([mark]) => mark.startsWith(WEBHOOK));
  return new Map(marks.map(([mark, as]) => [mark.slice(WEBHOOK.length), as]));
}

/**
 * The attributes as everybody else sees them: without marks, and without the copies of them that remote.it's app puts into
 * `$remoteit` at each of its edits (api/README.md, A).
 */
export function withoutMarks(attributes: Attributes): Attributes {
  const { $remoteit: vendor } = attributes;
  const hasCopies = isMap(vendor) && Object.keys(vendor).some(isMark);
  if (!hasCopies && !Object.keys(attributes).some(isMark)) return attributes;
  return unmarked(hasCopies ? { ...attributes, $remoteit: unmarked(vendor) } : attributes);
}

const unmarked = (map: Readonly<Attributes>): Attributes =>
  Object.fromEntries(Object.entries(map).filter(([name]) => !isMark(name)));

export const noMarks: Marks = new Map();
