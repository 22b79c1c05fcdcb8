import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { graphql } from "../../api/generated";
import type { About, Client } from "../client";
import { isMap, own } from "../core/map";
import { refused } from "./answers";

type Attributes = Record<string, unknown>;

const SetAttributes = graphql(/* GraphQL */ `
  mutation setAttributes($id: String!, $attributes: Object!) {
    setAttributes(serviceId: $id, attributes: $attributes)
  }
`);

export const attributeMap = () => z.record(z.string(), z.unknown(), { error: "must be a map of names to values" });

/** A null is as good as absent: null is how an attribute is removed. So is a map with nothing in it. */
export function sameAttributes(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(withoutNothing(one), withoutNothing(other));
}

/** Of the live attributes, those whose names the program declares, at every depth. */
export function managedAttributes(declared: unknown, live: unknown): unknown {
  // Something else in the place of a map is what the account holds there.
  if (!isMap(declared) || !isMap(live)) return live;
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

export async function setAttributes(client: Client, id: string, attributes: Attributes, about: About): Promise<void> {
  const names = Object.keys(attributes);
  if (names.length === 0) return;
  const answer = await client.graphql(SetAttributes, { id, attributes }, about);
  if (!answer.setAttributes) throw refused(about, `The attributes ${names.join(", ")} were not set.`);
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
