import { BULK, findApplication, protocolOf } from "../applications";
import type { Account, Device, Permission, Service } from "../model";
import { tagsOn } from "../tags";
import { attributeOf, attributesOf, type AttributeArgs } from "./attributes";
import { stateOf } from "./device-list";
import { AGENT_VERSION, endpointView } from "./endpoints";
import { eventPage, type EventsArgs } from "./events";
import { ownerOf } from "./references";
import { listServices, serviceStateOf, type ServicesArgs } from "./service-list";
import { sessionsOf } from "./sessions";
import { accessTo } from "./shares";
import { accountFor, nulls, type Context } from "./support";
import { timeSeries, type SeriesArgs } from "./time-series";

const CATEGORIES = ["categoryA", "categoryB", "categoryC", "categoryD", "categoryE"];
const NOTIFICATIONS = ["emailNotifications", "desktopNotifications", "urlNotifications", "notificationEmail", "notificationUrl"];
const STATUSES = ["statusA", "statusB", "statusC", "statusD", "statusE"];

/**
 * A device as the type `Device`.
 *
 * @param shown - What it was filtered by, where that also cuts the services shown (api/README.md, D).
 */
export function deviceView(
  context: Context,
  account: Account,
  device: Device,
  shown: Pick<ServicesArgs, "application"> = {},
): Record<string, unknown> {
  const remoteit = new Map(Object.entries(device.attributes["$remoteit"] ?? {}));
  return {
    id: device.id,
    name: device.name,
    hardwareId: device.hardwareId,
    state: stateOf(device),
    platform: device.platform,
    version: AGENT_VERSION,
    license: "LICENSED",
    configurable: device.configurable,
    scriptable: false,
    scripting: false,
    permissions: device.permissions,
    can: ({ permission }: { permission: Permission }) => device.permissions.includes(permission),
    owner: ownerOf(context, device, account),
    created: device.created,
    lastReported: device.lastReported,
    presenceAddress: device.presenceAddress,
    enabled: true,
    online: device.online,
    upgradeable: false,
    ...asService(BULK),
    device: () => deviceView(context, account, device),
    attributes: (args: AttributeArgs) => attributesOf(device, args),
    attribute: (args: AttributeArgs) => attributeOf(device, args),
    tags: (args: { accountId?: string | null }) => tagViews(context, account, device, args.accountId),
    access: () => accessTo(context, device),
    notificationSettings: () => ({
      ...nulls(NOTIFICATIONS),
      emailNotifications: device.emailNotifications,
      desktopNotifications: device.desktopNotifications,
    }),
    supportedAppInstalls: [],
    endpoint: () => endpointView(device),
    services: (args: ServicesArgs) =>
      listServices(account, device, { ...args, application: args.application ?? shown.application ?? null }).map((service) =>
        serviceView(context, account, device, service),
      ),
    sessions: () => sessionsOf(context, account, deviceView, { device }),
    timeSeries: (args: SeriesArgs) => timeSeries(context, account, device, args),
    events: (args: EventsArgs) => eventPage(context, account, args, deviceView, device),
    ...Object.fromEntries([...CATEGORIES, ...STATUSES].map((name) => [name, () => textOf(remoteit.get(name))])),
    ...nulls(["host", "port", "timeout", "ttl", "subdomain", "websocket", "websocketIPv4", "websocketIPv6", ...NEVER]),
  };
}

/** What only some services of the real thing have. */
const NEVER = ["link", "manufacturer", "ping", "proxy"];

/** What the type of an application says. */
function asService(application: number) {
  const title = findApplication(application)?.name ?? String(application);
  return { application, title, type: title, protocol: protocolOf(application) };
}

/** Tags are per account; whose they are without an accountId is a world's answer. */
function tagViews(context: Context, shown: Account, device: Device, accountId: string | null | undefined) {
  const { id } = context.store.world["tags-without-account"] === "own" ? context.account : ownerOf(context, device, shown);
  const whose = accountId ? accountFor(context, accountId) : (context.store.accounts.get(id) ?? shown);
  return [...tagsOn(device, whose)].flatMap((key) => whose.tags.get(key) ?? []);
}

const textOf = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};

/** A service as the type `Service`. */
export function serviceView(context: Context, account: Account, device: Device, service: Service): Record<string, unknown> {
  return {
    id: service.id,
    name: service.name,
    ...asService(service.application),
    host: service.host,
    port: service.port,
    enabled: service.enabled,
    state: serviceStateOf(device, service),
    online: serviceStateOf(device, service) === "active",
    license: "LICENSED",
    platform: device.platform,
    version: AGENT_VERSION,
    owner: ownerOf(context, device, account),
    permissions: device.permissions,
    can: ({ permission }: { permission: Permission }) => device.permissions.includes(permission),
    created: service.created,
    lastReported: device.lastReported,
    attributes: (args: AttributeArgs) => attributesOf(service, args),
    attribute: (args: AttributeArgs) => attributeOf(service, args),
    // Tags are a device's.
    tags: [],
    access: () => accessTo(context, device),
    notificationSettings: nulls(NOTIFICATIONS),
    endpoint: () => endpointView(device, service),
    sessions: () => sessionsOf(context, account, deviceView, { service }),
    timeSeries: (args: SeriesArgs) => timeSeries(context, account, device, args),
    events: (args: EventsArgs) => eventPage(context, account, args, deviceView, device),
    device: () => deviceView(context, account, device),
    ...nulls(NEVER),
    ...service.reach,
  };
}
