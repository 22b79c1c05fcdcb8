import { spoken } from "../../provider/core/spoken";
import { idKey } from "../../provider/inventory";
import { accountOf, type AnyLive, type Kind, nameOf } from "../kinds";
import type { Unmanaged } from "./unmanaged";

/**
 * Names of resources: after the thing, what is part of a device after that and itself. Letters, digits, hyphens and
 * underscores of ASCII; each once, whatever the case. Of equal ones, all but the first end with the end of their id.
 *
 * @param others - Names that the program has already.
 */
export function resourceNames(unmanaged: readonly Unmanaged[], others: readonly string[] = []): (one: Unmanaged) => string {
  const names = new Map<string, string>();
  const taken = new Set(others.map((name) => name.toLowerCase()));
  for (const one of unmanaged) {
    const { kind, live } = one;
    const { id } = live;
    const wanted = wantedName(kind, live);
    const isFree = (name: string) => !taken.has(name.toLowerCase());
    const name = [wanted, `${wanted}-${tail(id)}`].find(isFree) ?? `${wanted}-${hex(id)}`;
    names.set(thingKey(one), name);
    taken.add(name.toLowerCase());
  }
  return (one) => names.get(thingKey(one)) ?? one.live.id;
}

/** Things of several kinds may have one id: that of the account. */
export const keyOf = (type: string, id: string): string => `${type} ${idKey(id)}`;

export const thingKey = ({ kind, live }: Unmanaged): string => keyOf(kind.type, live.id);

function wantedName(kind: Kind, live: AnyLive): string {
  const {
    type,
    inputs,
    device,
    label,
    adoption: { ownName = nameOf },
  } = kind;
  // What an account has one of needs no more.
  if (!("name" in inputs) && live.id === accountOf(live)) return hyphened(type);
  const own = called(ownName(live) ?? label?.(live), live.id, type);
  if (device === undefined || device === "itself") return own;
  const facts = { ...live.inputs, ...live.hints } as Record<string, string | null | undefined>;
  return `${called(facts["deviceName"], facts[device] ?? "", "device")}-${own}`;
}

/** The names for fleets of devices with these tags, in their order; of equal ones, all but the first get a number. */
export function fleetNames(tags: readonly string[]): string[] {
  const taken = new Set<string>();
  return tags.map((tag) => {
    const base = slug(tag) || "fleet";
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const hex = (id: string) => id.toLowerCase().replaceAll(/[^0-9a-z]/g, "");
const tail = (id: string) => hex(id).slice(-8);

/** By its name; where that has nothing to write in ASCII, by its kind and the end of its id. */
const called = (name: string | null | undefined, id: string, type: string) => slug(name ?? "") || `${hyphened(type)}-${tail(id)}`;

/** `NetworkShare` as `network-share`. */
const hyphened = (type: string): string => spoken(type).replaceAll(" ", "-");

/** The longest part of a name. */
const LONGEST = 60;

/** `Caf\u00e9, 2nd floor` as `Cafe-2nd-floor`. */
function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^\w-]+/g, "-")
    .slice(0, LONGEST)
    .replaceAll(/^[-_]+|[-_]+$/g, "");
}

/** How a language spells constants. */
export interface Constants {
  /** From a name of letters, digits, hyphens and underscores, and the type. */
  spell: (name: string, type: string) => string;
  /** Words that mean something else. */
  reserved: readonly string[];
}

/** The names as constants of a program, each once. */
export function constantNames(
  named: readonly { type: string; name: string }[],
  { spell, reserved }: Constants,
): Map<string, string> {
  const constants = new Map<string, string>();
  const taken = new Set(reserved);
  for (const { type, name } of named) {
    const base = spell(name, type);
    let constant = base;
    for (let number = 2; taken.has(constant); number += 1) constant = `${base}_${number}`;
    constants.set(name, constant);
    taken.add(constant);
  }
  return constants;
}

/** `pump-7` as `pump7`, and `7-up` as `device7Up`. */
export function camelCase(name: string, type: string): string {
  const camel = startingWithLetter(name, type).replaceAll(/[-_]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return camel.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());
}

export const startingWithLetter = (name: string, type: string): string => (/^\d/.test(name) ? `${hyphened(type)}-${name}` : name);
