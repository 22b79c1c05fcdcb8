import type { RequestLabel } from "../../client";
import { deviceCollection, type DeviceRecord, idKey, inBatches } from "../../inventory";
import { type Context, perClient } from "../../lifecycle";
import { devicesFor, forgetDevices } from "./devices";
import { createDigest } from "./digest";
import { isFresh, type Moment, moment } from "./moment";
import type { Fleet } from "./resolve";
import { matches } from "./selector";
import { type Difference, differences, isUnsupported } from "./template";

/** A device that is to be changed. */
export interface Pending {
  id: string;
  name: string | null;
  /** What is to be made right. */
  lacking: Difference[];
  /** What the device itself keeps from being made right. */
  unsupported: Difference[];
  /** What it holds beside that is changed with it; each where it is needed. */
  attributes?: DeviceRecord["attributes"];
  notificationSettings?: DeviceRecord["notificationSettings"];
}

/** The fleet as one reading of the account found it. */
export interface Look {
  accountId: string;
  /** When its first page was asked for. */
  at: Moment;
  /** The devices that match, by their ids in lower case. */
  members: ReadonlySet<string>;
  /** Those to be changed, by id. */
  pending: readonly Pending[];
  /** Those that take no services through the API, and lack some. */
  unsupported: readonly Pick<Pending, "id" | "name" | "unsupported">[];
  /** Tags that the selector asks for and the account does not have. */
  unknownTags: readonly string[];
  digest: string;
}

/** What a look is for. An update follows its diff, and that a refresh or a preview, within moments: so one look serves each once. */
export type Purpose = "refresh" | "diff" | "preview" | "write";

/** A look of this run, and what it has served. */
interface Kept {
  look: Promise<Look>;
  served: Set<Purpose>;
}

/** By what was looked for. */
const looks = perClient(() => new Map<string, Kept>());

/** What a look depends on. */
const keyOf = ({ selector, template, rollout }: Fleet): string =>
  JSON.stringify([selector, template, rollout.onlineOnly === true]);

/**
 * How the fleet is: as a moment ago, where it was looked at for something else and nothing of it was written to since, else as it is
 * now.
 */
export async function look(context: Context, fleet: Fleet, purpose: Purpose, about: RequestLabel): Promise<Look> {
  const kept = looks(context);
  const known = kept.get(keyOf(fleet));
  const before = known?.served.has(purpose) ? undefined : await known?.look.catch(() => undefined);
  if (known && before && isFresh(context, before.at, [...before.members])) {
    known.served.add(purpose);
    forgetDevices(context, fleet);
    if (purpose === "write") kept.delete(keyOf(fleet));
    return before;
  }
  const now = lookNow(context, fleet, purpose, about);
  if (purpose === "write") kept.delete(keyOf(fleet));
  else kept.set(keyOf(fleet), { look: now, served: new Set([purpose]) });
  return now;
}

async function lookNow(context: Context, fleet: Fleet, purpose: Purpose, about: RequestLabel): Promise<Look> {
  const { at, account, unknownTags, pages } = await devicesFor(context, fleet, purpose === "refresh", about);
  const members = new Set<string>();
  const pending: Pending[] = [];
  const unsupported: Look["unsupported"][number][] = [];
  const shared = sharing();
  const digest = createDigest();
  let accountId = account;
  for await (const page of pages) {
    accountId = page.accountId;
    for (const device of page.devices) {
      if (!matches(fleet.selector, device, accountId)) continue;
      members.add(idKey(device.id));
      const one = judged(fleet, device, shared);
      if (!one || isDeferred(fleet, device)) continue;
      digest.add(one.id, [...one.lacking, ...one.unsupported]);
      if (one.unsupported.length > 0) unsupported.push({ id: one.id, name: one.name, unsupported: one.unsupported });
      if (one.lacking.length > 0) pending.push(one);
    }
  }
  pending.sort((one, other) => (one.id < other.id ? -1 : 1));
  return { accountId, at, members, pending, unsupported, unknownTags, digest: digest.text() };
}

/** Left for a time at which it is online. */
export const isDeferred = ({ rollout }: Fleet, { state }: Pick<DeviceRecord, "state">): boolean =>
  rollout.onlineOnly === true && state !== "active";

/** What there is to do to a device; undefined where it conforms. */
function judged({ template }: Fleet, device: DeviceRecord, shared = (all: Difference[]) => all): Pending | undefined {
  const all = shared(differences(template, device));
  if (all.length === 0) return undefined;
  const lacking = all.some((difference) => isUnsupported(device, difference))
    ? all.filter((difference) => !isUnsupported(device, difference))
    : all;
  const changes = (kind: string) => lacking.some(({ work }) => work.kind === kind);
  return {
    id: device.id,
    name: device.name,
    lacking,
    unsupported: lacking.length === all.length ? NONE : all.filter((difference) => !lacking.includes(difference)),
    ...(changes("attribute") && { attributes: device.attributes }),
    ...(changes("notification") && { notificationSettings: device.notificationSettings }),
  };
}

const NONE: Difference[] = [];

/** One list for all devices that lack the same, whatever they hold: most of a fleet does. */
function sharing(): (all: Difference[]) => Difference[] {
  const lists = new Map<string, Difference[]>();
  return (all) => {
    if (!all.every(({ work: { kind } }) => kind === "addTag" || kind === "removeTag" || kind === "addService")) return all;
    const key = all.map(({ path, work }) => `${work.kind} ${path}`).join("\n");
    const known = lists.get(key) ?? all;
    lists.set(key, known);
    return known;
  };
}

/** What became of devices that were to be changed, as they are now. */
export interface LookAgain {
  at: Moment;
  /** By the id in lower case: what there is to do; undefined where the device conforms or no longer matches. */
  pending: Map<string, Pending | undefined>;
  /** Ids of those that are gone, in lower case. */
  gone: Set<string>;
}

export async function lookAgain(context: Context, fleet: Fleet, ids: readonly string[], about: RequestLabel): Promise<LookAgain> {
  const at = moment(context);
  const pending = new Map<string, Pending | undefined>();
  const gone = new Set(ids.map(idKey));
  for (const batch of inBatches(ids)) {
    const { accountId, items } = await context.inventory.of(deviceCollection).together(batch, about);
    for (const device of items) {
      if (!gone.delete(idKey(device.id))) continue;
      const isMember = matches(fleet.selector, device, accountId) && !isDeferred(fleet, device);
      pending.set(idKey(device.id), isMember ? judged(fleet, device) : undefined);
    }
  }
  return { at, pending, gone };
}
