import { printPath } from "../../provider/core/path";
import type { Finding } from "../../drift";
import type { StateRecord } from "./state";

/** Something done behind the program's back, and the one finding that it has to lead to. */
export interface OneChange {
  mutation: string;
  variables: object;
  finding: Partial<Finding>;
}

type Values = Record<string, unknown>;

/** Every single change that can be made to what this resource declares. */
export function changesOf({ id, type, urn, inputs }: StateRecord): OneChange[] {
  const declared = inputs as Values;
  const short = /remoteit:(\w+)$/.exec(type)?.[1] ?? "";
  const change = (mutation: string, variables: object, path: string[], expected: unknown, actual?: unknown): OneChange => {
    const kind = actual === undefined ? "remove" : expected === undefined || expected === null ? "add" : "update";
    const sides = { ...(kind !== "add" && { expected }), ...(kind !== "remove" && { actual }) };
    const changes = [{ path: printPath(path), kind, ...sides }] as Finding["changes"] & object;
    return { mutation, variables: { id, ...variables }, finding: { status: "changed", type: short, id, urn, changes } };
  };
  if (short === "Webhook") return webhookChanges(declared, change);
  const all: OneChange[] = [];
  if (declared["name"] !== undefined) all.push(change(RENAME, { name: "theirs" }, ["name"], declared["name"], "theirs"));
  return [...all, ...(short === "Device" ? deviceChanges(declared, change) : serviceChanges(declared, change))];
}

type Change = (mutation: string, variables: object, path: string[], expected: unknown, actual?: unknown) => OneChange;

const RENAME = "mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }";
const ATTRIBUTES = "mutation($id: String!, $set: Object!) { setAttributes(serviceId: $id, attributes: $set) }";
const UPDATE =
  "mutation($id: ID!, $application: Int, $host: String, $port: Int, $enabled: Boolean) { updateService(id: $id, application: $application, host: $host, port: $port, enabled: $enabled) { id } }";
const NOTIFY =
  "mutation($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) { setNotificationSettings(serviceId: $id, emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications) }";
const WEBHOOK =
  "mutation($url: String!, $enabled: Boolean!) { setNotificationSettings(notificationUrl: $url, urlNotifications: $enabled) }";

function deviceChanges(declared: Values, change: Change): OneChange[] {
  const { tags, attributes, notificationSettings } = declared as {
    tags?: string[];
    attributes?: Values;
    notificationSettings?: Values;
  };
  const all: OneChange[] = [];
  if (tags) {
    const tag = "by-hand";
    const add = "mutation($id: [String!]!, $tag: [String!]!) { addTag(serviceId: $id, name: $tag) }";
    all.push(change(add, { tag: [tag] }, ["tags"], tags, expect.arrayContaining([...tags, tag])));
    const left = tags.filter((one) => one !== tags[0]);
    const remove = add.replace("addTag", "removeTag");
    if (tags[0] !== undefined) all.push(change(remove, { tag: [tags[0]] }, ["tags"], tags, expect.arrayContaining(left)));
  }
  all.push(...attributeChanges(attributes, change));
  for (const [key, value] of Object.entries(notificationSettings ?? {}))
    all.push(change(NOTIFY, { [key]: !value }, ["notificationSettings", key], value, !value));
  return all;
}

function attributeChanges(attributes: Values = {}, change: Change): OneChange[] {
  return leavesOf(attributes).flatMap(({ path, value }) => {
    const nested = (leaf: unknown) => ({ set: path.reduceRight((inner: unknown, key) => ({ [key]: inner }), leaf) });
    return [
      change(ATTRIBUTES, nested("by hand"), ["attributes", ...path], value, "by hand"),
      ...(value === null ? [] : [change(ATTRIBUTES, nested(null), ["attributes", ...path], value)]),
    ];
  });
}

function serviceChanges({ application, host, port, enabled, attributes }: Values, change: Change): OneChange[] {
  const all = [change(UPDATE, { application: 5 }, ["application"], application, "RDP")];
  if (host !== undefined) all.push(change(UPDATE, { host: "theirs.lan" }, ["host"], host, "theirs.lan"));
  if (port !== undefined) all.push(change(UPDATE, { port: 65_000 }, ["port"], port, 65_000));
  if (enabled !== undefined) all.push(change(UPDATE, { enabled: !enabled }, ["enabled"], enabled, !enabled));
  return [...all, ...attributeChanges(attributes as Values | undefined, change)];
}

function webhookChanges({ url, enabled }: Values, change: Change): OneChange[] {
  const theirs = "https://example.com/theirs";
  return [
    // No program says that its path may be shown.
    change(WEBHOOK, { url: theirs, enabled }, ["url"], url, "https://example.com/…"),
    change(WEBHOOK, { url, enabled: !enabled }, ["enabled"], enabled, !enabled),
  ];
}

function leavesOf(map: Values, above: string[] = []): { path: string[]; value: unknown }[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const path = [...above, key];
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? leavesOf(value as Values, path)
      : [{ path, value }];
  });
}
