import { findApplication, protocolOf } from "../applications";
import type { Account, Device, Service } from "../model";
import { attributesOf } from "./attributes";
import { stateOf } from "./device-list";
import { eventPage, type EventsArgs } from "./events";
import { tagsOn } from "../tags";
import { accountFor, type Context } from "./support";

const CATEGORIES = ["categoryA", "categoryB", "categoryC", "categoryD", "categoryE"];
const STATUSES = ["statusA", "statusB", "statusC", "statusD", "statusE"];

/** A device as the type `Device`. */
export function deviceView(context: Context, account: Account, device: Device): Record<string, unknown> {
  const remoteit = new Map(Object.entries(device.attributes["$remoteit"] ?? {}));
  return {
    id: device.id,
    name: device.name,
    hardwareId: device.hardwareId,
    state: stateOf(device),
    platform: device.platform,
    version: "5.2.0",
    license: "LICENSED",
    configurable: device.configurable,
    scriptable: false,
    permissions: device.permissions,
    owner: ownerOf(context, device, account),
    created: device.created,
    lastReported: device.lastReported,
    attributes: (args: { context?: string | null }) => attributesOf(device, args.context),
    tags: (args: { accountId?: string | null }) => tagViews(context, account, device, args.accountId),
    access: [],
    notificationSettings: () => ({
      emailNotifications: device.emailNotifications,
      desktopNotifications: device.desktopNotifications,
      urlNotifications: null,
      notificationEmail: null,
      notificationUrl: null,
    }),
    endpoint: () => endpointView(device),
    services: ({ application }: { application?: number | null }) =>
      [...device.services.values()]
        .filter((service) => typeof application !== "number" || service.application === application)
        .map((service) => serviceView(context, account, device, service)),
    events: (args: EventsArgs) => eventPage(context, account, args, deviceView, device),
    ...Object.fromEntries([...CATEGORIES, ...STATUSES].map((name) => [name, () => textOf(remoteit.get(name))])),
  };
}

/** Whoever holds the device, also where another account shows it. */
function ownerOf({ store }: Context, { accountId }: Device, shown: Account): Pick<Account, "id" | "email"> {
  const { id, email } = store.accounts.get(accountId ?? "") ?? shown;
  return { id, email };
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
    title: findApplication(service.application)?.name ?? String(service.application),
    application: service.application,
    type: service.application,
    host: service.host,
    port: service.port,
    protocol: protocolOf(service.application),
    enabled: service.enabled,
    state: device.online && service.enabled ? "active" : "inactive",
    license: "LICENSED",
    proxy: findApplication(service.application)?.isWeb ?? false,
    created: service.created,
    lastReported: device.lastReported,
    presenceAddress: service.presenceAddress,
    attributes: (args: { context?: string | null }) => attributesOf(service, args.context),
    access: [],
    sessions: [],
    device: () => deviceView(context, account, device),
  };
}

export function endpointView(device: Device): Record<string, unknown> {
  return { id: device.id, name: device.name, state: stateOf(device), platform: device.platform, timestamp: device.lastReported };
}
