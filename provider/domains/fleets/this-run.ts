import { isAt } from "../../core/path";
import { ConflictError } from "../../core/errors";
import type { Obstacle } from "../../core/obstacle";
import { idKey } from "../../inventory";
import type { Context, Ownership, Want } from "../../lifecycle";
import { contradictions, wantedBy } from "./contradictions";
import type { Fleet, Template } from "./resolve";
import type { Difference } from "./template";

/** A fleet of this run, as it was last looked at. */
interface Known {
  /** How messages call it: `Fleet "pumps"`. */
  label: string;
  precedence: number;
  template: Template;
  members: ReadonlySet<string>;
  /** Whether it was still to change devices when it was looked at. */
  isPending: boolean;
  /** Ends with the writes that are under way. */
  writing?: Promise<unknown>;
}

const known = new WeakMap<Ownership, Map<string, Known>>();

const fleetsOf = ({ ownership }: Pick<Context, "ownership">): Map<string, Known> => {
  const fleets = known.get(ownership) ?? new Map<string, Known>();
  known.set(ownership, fleets);
  return fleets;
};

/** Where a fleet of this run stands with the others, and with the resources of single devices. */
export interface Standing {
  /** Where somebody wants something else, and nothing says who decides. */
  conflicts: Obstacle[];
  /** Whether a fleet of higher precedence decides about it on that device. */
  yields: (deviceId: string, difference: Difference) => boolean;
  /** Fleets that yield to this one and were looked at before it, so that they did not know. */
  unaware: { label: string; isPending: boolean; writing?: Promise<unknown> }[];
}

interface Looked {
  fleet: Fleet;
  members: ReadonlySet<string>;
  isPending: boolean;
}

/**
 * Notes how a fleet of the program was found, in the place of what was known of it.
 *
 * @param name - Of the resource in the program.
 */
export function standingOf(context: Context, name: string, { fleet, members, isPending }: Looked): Standing {
  const { template, precedence } = fleet;
  const label = `Fleet "${name}"`;
  const fleets = fleetsOf(context);
  const conflicts: Obstacle[] = [];
  const decided: { members: ReadonlySet<string>; places: string[] }[] = [];
  const unaware: Standing["unaware"] = [];
  for (const [key, other] of fleets) {
    if (key === name) continue;
    const places = contradictions(template, other.template);
    const shared = places.length === 0 ? [] : sharedBy(members, other.members);
    if (shared.length === 0) continue;
    if (other.precedence > precedence) decided.push({ members: other.members, places });
    else if (other.precedence < precedence) unaware.push(other);
    else conflicts.push(ofFleets(label, other.label, places, shared));
  }
  for (const want of context.ownership.wants.all()) {
    const places = members.has(idKey(want.deviceId)) ? contradictions(template, wantedBy(want)) : [];
    if (places.length > 0) conflicts.push(ofOne(label, want, places));
  }
  fleets.set(name, { label, precedence, template, members, isPending });
  context.ownership.wants.noteMany(name, {
    against: (want) => {
      const places = members.has(idKey(want.deviceId)) ? contradictions(wantedBy(want), template) : [];
      return places.length === 0
        ? undefined
        : new ConflictError({ what: "Declaring", subject: `${want.type} ${want.label}`, ...ofOne(label, want, places) });
    },
    tagsOn: (deviceId) => (members.has(deviceId) ? (template.tags ?? []) : []),
  });
  const yields = (deviceId: string, { path }: Difference) =>
    decided.some(({ members: others, places }) => others.has(idKey(deviceId)) && isAt(places, path));
  return { conflicts, yields, unaware };
}

/** Notes that the fleet writes, so that one of higher precedence that comes later waits for it. */
export function writing<T>(context: Context, name: string, work: Promise<T>): Promise<T> {
  const fleet = fleetsOf(context).get(name);
  if (fleet) fleet.writing = work.catch(() => undefined);
  return work;
}

/** Tags that other fleets of this run put on the device. */
export const tagsOfOthers = (context: Context, name: string, deviceId: string): string[] =>
  [...fleetsOf(context)].flatMap(([key, { members, template }]) =>
    key !== name && members.has(idKey(deviceId)) ? (template.tags ?? []) : [],
  );

/** Devices that a conflict names. */
const SHOWN = 3;

function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  return [...fewer].filter((id) => more.has(id));
}

const listed = (places: readonly string[]): string => places.join(", ");

function ofFleets(label: string, other: string, places: readonly string[], shared: readonly string[]): Obstacle {
  const more = shared.length > SHOWN ? ` and ${shared.length - SHOWN} more` : "";
  return {
    why: `${label} and ${other} want different things of ${shared.length === 1 ? "a device" : `${shared.length} devices`}: ${listed(places)} of ${shared.slice(0, SHOWN).join(", ")}${more}.`,
    remedy:
      "Make the selectors exclude each other, or give the one that decides a higher precedence and let the other one depend on it (dependsOn).",
  };
}

const ofOne = (label: string, { type, label: other, deviceId }: Want, places: readonly string[]): Obstacle => ({
  why: `${label} and ${type} ${other} want different things of device ${deviceId}: ${listed(places)}.`,
  remedy: `Exclude the device from the fleet's selector, or take ${listed(places)} out of one of the two declarations.`,
});
