import { type ReadOnlyContext, resources } from "../../../provider/domains";
import { matches } from "../../../provider/domains/fleets/selector";
import { idKey } from "../../../provider/inventory";
import type { Unmanaged } from "../unmanaged";
import { chosen } from "./choose";
import { type Common, commonOf, hasNoHalves, type Item, itemsOf, narrow } from "./common";

/** A fleet that would change nothing now: all that its template wants, all its devices have. */
export interface Proposal {
  tag: string;
  items: readonly Item[];
  /** Devices that match: how many of the account, and how many of them no stack manages. */
  devices: number;
  unmanaged: number;
  /** Places at which the devices differ. */
  others: readonly string[];
}

export interface Proposed {
  fleets: Proposal[];
  /** What they do not stand for. */
  rest: Unmanaged[];
}

/**
 * Fleets for what unmanaged devices with one tag have in common. A fleet matches every device with its tag, whoever manages it and
 * whatever the report is about: so all devices of the account are looked at.
 */
export async function proposeFleets(context: ReadOnlyContext, unmanaged: readonly Unmanaged[]): Promise<Proposed> {
  const ids = new Set(unmanaged.flatMap(({ kind, live }) => (kind.type === "Device" ? [idKey(live.id)] : [])));
  const fleets = ids.size === 0 ? [] : chosen(await commonByTag(context), ids);
  const members = new Set(fleets.flatMap((fleet) => [...fleet.members]).filter((id) => ids.has(id)));
  return {
    fleets: fleets.map(({ tag, items, others, members: all }) => ({
      tag,
      items,
      devices: all.size,
      unmanaged: [...all].filter((id) => ids.has(id)).length,
      others: [...others],
    })),
    rest: unmanaged.filter(({ kind, live }) => {
      const { deviceId } = live.inputs as { deviceId?: unknown };
      const device = kind.type === "Device" ? live.id : kind.type === "Service" ? deviceId : undefined;
      return typeof device !== "string" || !members.has(idKey(device));
    }),
  };
}

async function commonByTag(context: ReadOnlyContext): Promise<Common[]> {
  const all = new Map<string, Common>();
  const twins = new Set<string>();
  for await (const page of context.inventory.pages({ owner: true }, { what: "Reading devices" })) {
    for (const device of page.devices) {
      if (!matches({}, device, page.accountId)) continue;
      const items = itemsOf(device);
      for (const { name } of device.tags) {
        const key = name.toLowerCase();
        const known = all.get(key);
        // Two spellings may be one tag or two: such a one selects nothing that can be told.
        if (known && known.tag !== name) twins.add(key);
        if (!known) all.set(key, commonOf(name, device, items));
        else if (!known.members.has(idKey(device.id))) narrow(known, device, items);
      }
    }
  }
  return [...all].flatMap(([key, common]) => (twins.has(key) || !isSelectable(common.tag) ? [] : [common])).sort(byTag);
}

const isSelectable = (tag: string): boolean =>
  hasNoHalves(tag) && resources.fleet.inputs.selector.schema.safeParse({ tags: { any: [tag] } }).success;

const byTag = (one: Common, other: Common) => (one.tag < other.tag ? -1 : 1);
