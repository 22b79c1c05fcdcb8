import { isAt } from "../../../provider/core/path";
import { contradictions } from "../../../provider/domains/fleets/contradictions";
import { type Common, type Item, placeOf, templateOf } from "./common";

/** Devices that a fleet has to spare the program at least. */
const LEAST = 2;

/**
 * The tags to make fleets of: first the one that declares most, then the one that adds most to it, as long as one adds something.
 * Of each, what it adds.
 *
 * @param unmanaged - Ids of the devices that a program is to take over, in lower case.
 */
export function chosen(all: readonly Common[], unmanaged: ReadonlySet<string>): Common[] {
  // A fleet stands for devices that are alike in what they offer.
  const left = new Set(all.filter(({ items }) => items.some(({ kind }) => kind === "service")));
  const taken: Common[] = [];
  const declared = new Map<string, Set<string>>();
  for (;;) {
    let best: { common: Common; adds: Item[]; gain: number } | undefined;
    for (const common of left) {
      const adds = additions(common, taken, declared, unmanaged);
      const gain = adds.reduce((sum, { devices }) => sum + devices, 0);
      if (gain === 0) left.delete(common);
      else if (gain > (best?.gain ?? 0)) best = { common, gain, adds: adds.map(({ item }) => item) };
    }
    if (!best) return taken;
    const { common, adds } = best;
    left.delete(common);
    taken.push({ ...common, items: adds });
    for (const place of adds.map(placeOf)) {
      const devices = declared.get(place) ?? new Set();
      declared.set(place, devices);
      for (const id of common.members) devices.add(id);
    }
  }
}

/** What of it those that are taken do not declare yet of all its devices, and of how many it would be new. */
function additions(
  { items, members }: Common,
  taken: readonly Common[],
  declared: ReadonlyMap<string, ReadonlySet<string>>,
  unmanaged: ReadonlySet<string>,
): { item: Item; devices: number }[] {
  const open = items.flatMap((item) => {
    const known = declared.get(placeOf(item));
    let devices = 0;
    for (const id of members) if (unmanaged.has(id) && !known?.has(id)) devices += 1;
    return devices < LEAST ? [] : [{ item, devices }];
  });
  // A device may have two services of one name: two fleets could each mean another of them.
  const places = taken
    .filter((one) => sharesSome(one.members, members))
    .flatMap((one) => contradictions(templateOf(open.map(({ item }) => item)), templateOf(one.items)));
  return open.filter(({ item }) => !isAt(places, placeOf(item)));
}

function sharesSome(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [few, many] = some.size < others.size ? [some, others] : [others, some];
  for (const id of few) if (many.has(id)) return true;
  return false;
}
