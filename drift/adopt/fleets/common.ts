import { isMap, PROTO, withValue } from "../../../provider/core/map";
import { type Path, printPath } from "../../../provider/core/path";
import { resources } from "../../../provider/domains";
import type { Template, WantedService } from "../../../provider/domains/fleets/resolve";
import { differences, leavesOf } from "../../../provider/domains/fleets/template";
import { ownServiceName } from "../../../provider/domains/services/name";
import { type DeviceRecord, idKey } from "../../../provider/inventory";

/** One thing that a template can want of a device. */
export type Item =
  | { kind: "service"; service: WantedService }
  | { kind: "attribute"; at: Path; value: unknown }
  | { kind: "notification"; name: string; value: boolean };

/** What all the devices of the account with one tag have, as far as they have been looked at. */
export interface Common {
  tag: string;
  /** Ids of the devices, in lower case. */
  members: Set<string>;
  items: Item[];
  /** Places at which some of the devices hold something, and not all hold the same. */
  others: Set<string>;
}

/** So many places a program names; one more tells that there are others. */
export const NAMED = 12;

/** Where it stands in a template: `services.ssh`, `attributes.site`. */
export function placeOf(item: Item): string {
  if (item.kind === "service") return printPath(["services", item.service.name]);
  return item.kind === "attribute" ? printPath(["attributes", ...item.at]) : printPath(["notificationSettings", item.name]);
}

/** What a device has in common with itself: all that a program can write. */
export function commonOf(tag: string, device: DeviceRecord, items: readonly Item[]): Common {
  const common = { tag, members: new Set([idKey(device.id)]), items: items.filter(isWritable), others: new Set<string>() };
  noteOthers(common, items.map(placeOf));
  return common;
}

/** Takes another device with the tag into account: what it does not have leaves what all have. */
export function narrow(common: Common, device: DeviceRecord, items: readonly Item[]): void {
  common.members.add(idKey(device.id));
  const before = common.items.map(placeOf);
  common.items = common.items.flatMap((item) => kept(item, device));
  noteOthers(common, [...before, ...items.map(placeOf)]);
}

function noteOthers({ items, others }: Common, places: readonly string[]): void {
  const inCommon = new Set(items.map(placeOf));
  for (const place of places) if (!inCommon.has(place) && others.size <= NAMED) others.add(place);
}

/** What is left of it where this device has it too. A service of the same name, type and port may differ in the rest. */
function kept(item: Item, device: DeviceRecord): Item[] {
  const lacking = differences(templateOf([item]), device);
  if (lacking.length === 0) return [item];
  if (item.kind !== "service") return [];
  const changes = lacking.map(({ work }) => (work.kind === "changeService" ? work.name : ""));
  if (changes.some((name) => name !== "host" && name !== "enabled")) return [];
  const service = { ...item.service };
  for (const name of changes) service[name as "host" | "enabled"] = undefined;
  return [{ kind: "service", service }];
}

/** What a template of these wants, in the form in which devices are judged. */
export function templateOf(items: readonly Item[]): Pick<Template, "services" | "notificationSettings" | "attributes"> {
  const services = items.flatMap((item) => (item.kind === "service" ? [item.service] : []));
  const settings = items.flatMap((item) => (item.kind === "notification" ? [[item.name, item.value] as const] : []));
  const attributes = items.filter((item) => item.kind === "attribute");
  return {
    ...(services.length > 0 && { services }),
    ...(settings.length > 0 && { notificationSettings: Object.fromEntries(settings) }),
    ...(attributes.length > 0 && {
      attributes: attributes.reduce<Record<string, unknown>>((map, { at, value }) => withValue(map, at, value), {}),
    }),
  };
}

/** Everything of a device that a template can want, each name of a service once. */
export function itemsOf(device: DeviceRecord): Item[] {
  const services = new Map<string, Item>();
  for (const { name, application, host, port, enabled } of device.services.toSorted(byId)) {
    const own = name === null ? "" : ownServiceName(name, device.name);
    if (own === "" || application === null || services.has(own)) continue;
    const service = { name: own, application, host: host ?? undefined, port: port ?? undefined, enabled };
    services.set(own, { kind: "service", service });
  }
  const settings = Object.entries(device.notificationSettings).flatMap(([name, value]): Item[] =>
    typeof value === "boolean" ? [{ kind: "notification", name, value }] : [],
  );
  const attributes = [...leavesOf(device.attributes)].flatMap(({ path: at, value }): Item[] =>
    value === null || isMap(value) ? [] : [{ kind: "attribute", at, value }],
  );
  return [...services.values(), ...settings, ...attributes];
}

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

/** Whether a program of every language can declare it, and an update of it would be valid. */
function isWritable(item: Item): boolean {
  const template = templateOf([item]);
  const { inputs, rules } = resources.fleet;
  if (!inputs.template.schema.safeParse(template).success) return false;
  if ((rules?.({ selector: { allDevices: true }, template }, false) ?? []).length > 0) return false;
  return hasNoHalves(template) && keysIn(template).every(isPlainKey);
}

const keysIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysIn(inner)]);

/** No language and no protocol of Pulumi has halves of a character, which JSON writes as escapes. */
export const hasNoHalves = (value: unknown): boolean => !/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));

/** No name that JavaScript takes for something else, nor one that YAML programs of Pulumi take for an expression or a function. */
const isPlainKey = (key: string): boolean => key !== PROTO && !key.includes("$$") && !key.includes("${") && !/^fn::/i.test(key);
