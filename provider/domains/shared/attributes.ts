import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { graphql } from "../../../api/generated";
import { type RequestLabel, type Client, defineMutation } from "../../client";
import { type MarkedAs, markName, type Marks, marksIn } from "../../inventory";
import { ConflictError, GraphqlError, RefusedError } from "../../core/errors";
import { isMap, own } from "../../core/map";
import { type Path, printPath } from "../../core/path";

type Attributes = Record<string, unknown>;

const SetAttributes = defineMutation(
  graphql(/* GraphQL */ `
    mutation setAttributes($id: String!, $attributes: Object!) {
      setAttributes(serviceId: $id, attributes: $attributes)
    }
  `),
  [],
  { mergeable: ({ id }) => id },
);

const SetMark = defineMutation(SetAttributes, [], {
  effect: {
    id: ({ id }) => id,
    apply: (item: { id: string; marks: Marks }, _answer, { attributes }) => ({
      ...item,
      marks: marksIn({ ...Object.fromEntries(marked(item.marks)), ...(attributes as Attributes) }),
    }),
  },
  mergeable: ({ id }) => id,
});

const marked = (marks: Marks) => [...marks].map(([token, as]) => [markName(token), as] as const);

export const attributeMap = () => z.record(z.string(), z.unknown(), { error: "must be a map of names to values" });

/** A null is as good as absent: null is how an attribute is removed. So is a map with nothing in it. */
export function sameAttributes(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(withoutNothing(one), withoutNothing(other));
}

/** Of the live attributes, those whose names the program declares, at every depth. */
export function managedAttributes(declared: unknown, live: unknown): unknown {
  if (!isMap(declared)) return live;
  // Something else in the place of a map is what the account holds there. A map with nothing in it is as good as absent.
  if (!isMap(live)) return withoutNothing(declared) === undefined ? undefined : live;
  return Object.fromEntries(
    Object.keys(declared)
      .filter((key) => (own(live, key) ?? undefined) !== undefined)
      .map((key) => [key, managedAttributes(declared[key], live[key])]),
  );
}

/**
 * What to send so that the declared keys hold what is wanted and the keys that left the program are gone: null removes.
 * A nested map is sent whole, with the keys that others put there, so that nothing is lost whether remote.it merges nested
 * maps or replaces them.
 */
export function attributeChanges(before: Attributes, wanted: Attributes, live: Attributes): Attributes {
  const changes = new Map<string, unknown>();
  for (const key of new Set([...Object.keys(before), ...Object.keys(wanted)])) {
    const value = merged(own(before, key), own(wanted, key), own(live, key));
    if (!sameAttributes(value, own(live, key))) changes.set(key, value ?? null);
  }
  return Object.fromEntries(changes);
}

export interface Changing {
  before: Attributes;
  wanted: Attributes;
  live: Attributes;
  /** Reads what the thing bears now. */
  look: () => Promise<Attributes>;
}

/**
 * Where it is unknown what remote.it makes of what is sent, the thing itself tells afterwards. Names with a dot go first: if they
 * are taken for paths, nothing else has changed yet.
 */
export async function setAttributes(
  client: Client,
  id: string,
  { before, wanted, live, look }: Changing,
  about: RequestLabel,
): Promise<void> {
  const changes = attributeChanges(before, wanted, live);
  const dotted = dottedIn(changes, live);
  refuseToOverwrite(dotted, about);
  const isFirst = (name: string) => dotted.some(({ path: [top] }) => top === name);
  await send(client, id, those(changes, isFirst), about);
  if (dotted.length > 0) {
    const left = attributeChanges(before, wanted, await look());
    if (Object.keys(left).some(isFirst)) throw takenForPath(dotted, about);
  }
  await send(
    client,
    id,
    those(changes, (name) => !isFirst(name)),
    about,
  );
  if (Object.values(changes).some(removesInside)) await send(client, id, withoutKeptNulls(changes, await look()), about);
}

const those = (attributes: Attributes, isMeant: (name: string) => boolean): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => isMeant(name)));

async function send(client: Client, id: string, attributes: Attributes, about: RequestLabel): Promise<void> {
  const names = Object.keys(attributes);
  if (names.length === 0) return;
  await client.graphql(SetAttributes, { id, attributes }, about).catch((error: unknown) => {
    // Its type has no null to refuse with (api/schema.graphql, I): a refusal is an error that says so.
    if (!(error instanceof GraphqlError) || !/\brefused\b/i.test(error.why)) throw error;
    const { why, remedy } = error;
    throw new RefusedError({ ...about, why: `The attributes ${names.join(", ")} were not set. ${why}`, remedy, cause: error });
  });
}

function merged(before: unknown, wanted: unknown, live: unknown): unknown {
  if (isMap(wanted)) return overlaid(before, wanted, live);
  if (wanted !== undefined || !isMap(before)) return wanted;
  const rest = overlaid(before, {}, live);
  return sameAttributes(rest, {}) ? undefined : rest;
}

/** The live map with the changes in it. */
function overlaid(before: unknown, wanted: Attributes, live: unknown): Attributes {
  return { ...asMap(live), ...attributeChanges(asMap(before), wanted, asMap(live)) };
}

function asMap(value: unknown): Attributes {
  return isMap(value) ? value : {};
}

function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (!isMap(value)) return value ?? undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutNothing(item)] as const);
  const held = entries.filter(([, item]) => item !== undefined);
  return held.length > 0 ? Object.fromEntries(held) : undefined;
}

const removesInside = (value: unknown): boolean =>
  isMap(value) && Object.values(value).some((item) => item === null || removesInside(item));

/** Where remote.it replaces maps, it may keep the nulls that were to remove something: the maps that do, without them. */
function withoutKeptNulls(sent: Attributes, now: Attributes): Attributes {
  const kept = Object.entries(sent).filter(([key, value]) => keepsNull(value, own(now, key)));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value, own(now, key))]));
}

function keepsNull(sent: unknown, now: unknown): boolean {
  if (!isMap(sent) || !isMap(now)) return false;
  return Object.entries(sent).some(([key, value]) =>
    value === null ? Object.hasOwn(now, key) && now[key] === null : keepsNull(value, own(now, key)),
  );
}

function withoutNulls(sent: unknown, now: unknown): unknown {
  if (!isMap(sent) || !isMap(now)) return now;
  const left = Object.entries(now).filter(([key, value]) => value !== null || own(sent, key) !== null);
  return Object.fromEntries(left.map(([key, value]) => [key, withoutNulls(own(sent, key), value)]));
}

interface Dotted {
  path: Path;
  /** What would change if the dot were a path; undefined where nothing is there. */
  into: Path | undefined;
}

/**
 * Names with a dot that are to change, at every depth. In the name of setAttribute a dot is a path (api/README.md, D, C); whether
 * it is one in setAttributes is unknown.
 */
function dottedIn(changes: Attributes, live: Attributes, above: Path = []): Dotted[] {
  return Object.entries(changes).flatMap(([key, value]) => {
    if (sameAttributes(value, own(live, key))) return [];
    const path = [...above, key];
    const inside = isMap(value) ? dottedIn(value, asMap(own(live, key)), path) : [];
    if (!key.includes(".")) return inside;
    const overwritten = whatIsAt(key.split("."), live);
    return [{ path, into: overwritten && [...above, ...overwritten] }, ...inside];
  });
}

/** As far as the path leads to something that would have to go. */
function whatIsAt([first = "", ...rest]: string[], live: Attributes): Path | undefined {
  const there = own(live, first) ?? undefined;
  if (there === undefined) return undefined;
  if (rest.length === 0 || !isMap(there)) return [first];
  const below = whatIsAt(rest, there);
  return below && [first, ...below];
}

function refuseToOverwrite(dotted: Dotted[], about: RequestLabel): void {
  for (const { path, into } of dotted) {
    if (into === undefined) continue;
    throw new ConflictError({
      ...about,
      why: `remote.it may take the dot in the name of ${printPath(path)} for a path, and would then overwrite ${printPath(into)}. No attribute was sent.`,
      remedy: `Give one of the two another name. ${asMaps}`,
    });
  }
}

function takenForPath(dotted: Dotted[], about: RequestLabel): RefusedError {
  const names = dotted.map(({ path }) => printPath(path)).join(", ");
  return new RefusedError({
    ...about,
    why: `remote.it took the dot in ${names} for a path: the device does not bear what was sent under that name.`,
    remedy: asMaps,
  });
}

const asMaps = 'A map needs no dot: write a: { b: 1 } instead of "a.b": 1.';

/** Marks of devices and services stand among their attributes, at the top. */
export const attributeMarks = {
  of: ({ marks }: { marks: Marks }): Marks => marks,
  set: async (
    { client }: { client: Client },
    id: string,
    token: string,
    as: MarkedAs | null,
    about: RequestLabel,
  ): Promise<void> => {
    await client.graphql(SetMark, { id, attributes: { [markName(token)]: as } }, about);
  },
};
