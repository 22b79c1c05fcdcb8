import { isAt } from "../../core/path";
import type { Contradiction, Declared as Declaration, DeclaredOf, Judge, Ruling, Verdict } from "../../core/judge";
import type { DeviceRecord } from "../../inventory";
import type { Context, PageOf } from "../../lifecycle";
import { tagHints } from "../tags/device-tags";
import { contradictions, type Wanted, wantedBy } from "./contradictions";
import type { Declared } from "./fields";
import { isDeferred } from "./look";
import { type Fleet, resolved } from "./resolve";
import { comparedBy, matches } from "./selector";
import { type Difference, differences, isUnsupported, serviceFor } from "./template";
import { UNSUPPORTED_REMEDY } from "./tell";

interface Known extends Fleet {
  /** Place among the declarations. */
  index: number;
  accountId: string | undefined;
}

/** Judges devices by what fleets declare of them, of whatever programs these are. */
export async function judgeOf(context: Context, all: readonly Declaration[]): Promise<Judge<PageOf>> {
  const failed = new Map<number, unknown>();
  const fleets: Known[] = [];
  for (const [index, { inputs, unknown, accountId }] of all.entries()) {
    // Without one of its conditions it would speak of other devices. Of a template the rest is what it is.
    if ([...unknown].some((name) => name !== "template")) continue;
    try {
      fleets.push({ ...(await resolved(context, inputs as Declared, { what: "Comparing with fleet" })), index, accountId });
    } catch (error) {
      failed.set(index, error);
    }
  }
  const between = placesBetween();
  return {
    // Facts: whether a device takes a change of its services, and when it came.
    compared: new Set(["facts", ...fleets.flatMap((fleet) => [...comparedBy(fleet)])]),
    failed,
    names: fleets.flatMap(({ template: { tags = [] } }) => tags.map((name) => ({ type: "Tag", name }))),
    verdicts: function* ({ accountId, devices }, declaredOf) {
      const own = fleets.filter((fleet) => fleet.accountId === undefined || fleet.accountId === accountId);
      for (const device of devices) {
        const fleetsOf = own.filter(({ selector }) => matches(selector, device, accountId));
        if (fleetsOf.length > 0) yield verdictOn(device, fleetsOf, between, declaredOf);
      }
    },
  };
}

type Between = (one: Known, other: Known) => readonly string[];

/** The places at which two fleets want different things, found out once for all devices. */
function placesBetween(): Between {
  const known = new Map<string, readonly string[]>();
  return (one, other) => {
    const key = `${one.index} ${other.index}`;
    const places = known.get(key) ?? contradictions(one.template, other.template);
    known.set(key, places);
    return places;
  };
}

function verdictOn(device: DeviceRecord, fleets: readonly Known[], between: Between, declaredOf: DeclaredOf): Verdict {
  const singles = [
    ...wantsOf("Device", device.id, declaredOf),
    ...device.services.flatMap(({ id }) => wantsOf("Service", id, declaredOf)),
  ];
  const { id, name, created } = device;
  return {
    type: "Device",
    id,
    name,
    created,
    parts: [...servicesOf(fleets, device)].map((serviceId) => ({ type: "Service", id: serviceId })),
    given: { tags: fleets.flatMap((fleet) => given(fleet, device)) },
    rulings: fleets.map((fleet) => rulingOf(fleet, device, fleets, between, singles)),
  };
}

interface Single {
  type: string;
  id: string;
  wanted: Wanted;
}

const wantsOf = (type: string, id: string, declaredOf: DeclaredOf): Single[] =>
  declaredOf(type, id).map((declared) => ({ type, id, wanted: wantedBy({ type, declared }) }));

function rulingOf(
  fleet: Known,
  device: DeviceRecord,
  fleets: readonly Known[],
  between: Between,
  singles: readonly Single[],
): Ruling {
  const others = fleets.filter((other) => other !== fleet && between(fleet, other).length > 0);
  const decided = others.filter(({ precedence }) => precedence > fleet.precedence).flatMap((other) => between(fleet, other));
  const lacking = isDeferred(fleet, device) ? [] : differences(fleet.template, device);
  const own = decided.length === 0 ? lacking : lacking.filter(({ path }) => !isAt(decided, path));
  const isKept = (difference: Difference) => isUnsupported(device, difference);
  const contradicted: Contradiction[] = [
    ...others
      .filter(({ precedence }) => precedence <= fleet.precedence)
      .map((other) => ({
        by: other.index,
        places: between(fleet, other),
        decides: other.precedence < fleet.precedence,
      })),
    ...singles.flatMap(({ type, id, wanted }) => {
      const places = contradictions(fleet.template, wanted, device.name);
      return places.length === 0 ? [] : [{ by: { type, id }, places, decides: false }];
    }),
  ];
  return {
    index: fleet.index,
    differences: own,
    ...(own.some(isKept) && { obstacle: UNSUPPORTED }),
    contradictions: contradicted,
  };
}

const UNSUPPORTED = { why: "The device takes no change of its services through the API.", remedy: UNSUPPORTED_REMEDY };

/** Ids of the services of a device that fleets speak of: those that it is to have, and those that are to go. */
function* servicesOf(fleets: readonly Known[], device: DeviceRecord): Generator<string> {
  for (const { template } of fleets) {
    for (const wanted of template.services ?? []) {
      const there = serviceFor(wanted, device);
      if (there) yield there.id;
    }
    if (!template.removeServices) continue;
    for (const { work } of differences({ ...template, tags: [], removeTags: [], attributes: undefined }, device))
      if (work.kind === "removeService") yield work.id;
  }
}

/** The tags that the device bears since the fleet wants them, as they are spelled there. */
function given({ template: { tags = [] } }: Fleet, device: DeviceRecord): string[] {
  if (tags.length === 0) return [];
  const { tellsCase } = tagHints(device);
  const spelled = (tag: string) => (tellsCase ? tag : tag.toLowerCase());
  const wanted = new Set(tags.map(spelled));
  return device.tags.flatMap(({ name }) => (wanted.has(spelled(name)) ? [name] : []));
}
