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

/**
 * Where the marks of a thing stand that has no attributes of its own: among those of the account's user, under its kind and, where
 * an account has several, its name in lower case.
 */
export interface MarkPlace {
  /** The kind as its files are called: "webhook". */
  kind: string;
  name?: string;
}

/** The attribute of the account's user that holds a mark of a thing without attributes. */
export const userMarkName = (place: MarkPlace, token: string): string => markName(`${prefixOf(place)}${token}`);

const prefixOf = ({ kind, name }: MarkPlace): string => (name === undefined ? `${kind}/` : `${kind}/${encoded(name)}/`);

/** Without a dot or a slash, which would be taken for a path or for the end of the name. Buffer makes any text one that can be encoded. */
const encoded = (name: string): string => encodeURIComponent(Buffer.from(name.toLowerCase()).toString()).replaceAll(".", "%2E");

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // anybody can write an attribute
  }
}

/** Marks of one thing among the attributes of the account's user. */
export function userMarksIn(attributes: Attributes, place: MarkPlace): Marks {
  const prefix = prefixOf(place);
  const marks = [...marksIn(attributes)].filter(([mark]) => mark.startsWith(prefix));
  return new Map(marks.map(([mark, as]) => [mark.slice(prefix.length), as]));
}

/** The same for all things of one kind, by their names. */
export function userMarksOf(attributes: Attributes, kind: string): (name: string) => Marks {
  const byName = new Map<string, Map<string, MarkedAs>>();
  for (const { place, token, as } of allUserMarks(attributes)) {
    if (place.kind !== kind || place.name === undefined) continue;
    const marks = byName.get(place.name) ?? new Map<string, MarkedAs>();
    byName.set(place.name, marks.set(token, as));
  }
  return (name) => byName.get(Buffer.from(name.toLowerCase()).toString()) ?? noMarks;
}

/** Every mark of things without attributes, and whose it is. */
export function allUserMarks(attributes: Attributes): { place: MarkPlace; token: string; as: MarkedAs }[] {
  return [...marksIn(attributes)].flatMap(([mark, as]) => {
    const [kind = "", ...rest] = mark.split("/");
    const token = rest.at(-1);
    if (token === undefined) return [];
    const name = rest.length > 1 ? decoded(rest.slice(0, -1).join("/")) : undefined;
    return [{ place: { kind, ...(name !== undefined && { name }) }, token, as }];
  });
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
