import { z } from "zod";
import type { Hints } from "../../core/field";
import { idKey } from "../../inventory";

/** Stands for every service of the device. */
export const EVERY = "*";

const MUST = {
  error: `must be the id of a service, such as "80:00:00:00:01:02:03:04", or "${EVERY}" for every service of the device`,
};

const oneOf = () => z.string(MUST).regex(/^(?:\*|(?:[0-9a-f]{2}:){7}[0-9a-f]{2})$/i, MUST);

export const serviceList = () =>
  z
    .array(oneOf(), { error: "must be a list of the ids of services" })
    .min(1, { error: "is empty: name what is shared, or destroy the resource to share nothing" })
    .default([EVERY]);

/** The services that are meant, of all that the device has; in lower case, each once. */
export function meant(services: readonly string[], all: readonly string[]): Set<string> {
  return new Set((services.includes(EVERY) ? all : services).map(idKey));
}

/** Those that the device does not have. */
export function foreign(services: readonly string[], all: readonly string[]): string[] {
  const own = new Set([EVERY, ...all].map(idKey));
  return services.filter((id) => !own.has(idKey(id)));
}

/** As a program would declare them. */
export function declaredForm(services: readonly string[], all: readonly string[]): string[] {
  return all.length > 0 && services.length >= all.length ? [EVERY] : [...services];
}

/** Whether two lists mean the same services, in any order. Without knowing all of the device, "*" is like no list. */
export function sameServices(one: unknown, other: unknown, { all }: Hints): boolean {
  const known = Array.isArray(all) ? (all as string[]) : [EVERY];
  const [first, second] = [one, other].map((list) => meant((list ?? []) as string[], known));
  return first?.size === second?.size && [...(first ?? [])].every((id) => second?.has(id));
}

/** Whether somebody has services that no program shares with him. */
export const sharesMore = (declared: unknown, held: unknown): boolean => {
  const wanted = new Set(((declared ?? []) as string[]).map(idKey));
  return !wanted.has(EVERY) && ((held ?? []) as string[]).some((id) => !wanted.has(idKey(id)));
};
