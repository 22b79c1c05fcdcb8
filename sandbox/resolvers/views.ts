import { findApplication, protocolOf } from "../applications";
import type { Account, Device, Service, StateEvent } from "../world";
import { page, type PageArgs } from "./pages";
import type { Context } from "./support";

/** A device as the type `Device`. */
export function deviceView(context: Context, account: Account, device: Device): Record<string, unknown> {
  const remoteit = (device.attributes["$remoteit"] ?? {}) as Record<string, unknown>;
  return {
    ...device,
    ...remoteit,
    state: device.online ? "active" : "inactive",
    version: "5.2.0",
    license: "LICENSED",
    scriptable: false,
    owner: { id: account.id, email: account.email },
    presenceAddress: null,
    tags: () => [...device.tags].map((name) => account.tags.get(name) ?? { name, color: 0, created: null }),
    access: [],
    notificationSettings: () => ({
      emailNotifications: device.emailNotifications,
      desktopNotifications: device.desktopNotifications,
    }),
    endpoint: () => endpointOf(device),
    services: ({ application }: { application?: number | null }) =>
      [...device.services.values()]
        .filter((service) => !application || service.application === application)
        .map((service) => serviceView(context, account, device, service)),
    events: (args: PageArgs) => {
      const found = page(context, account.events.filter(({ deviceId }) => deviceId === device.id), args);
      return { ...found, limited: false, items: found.items.map((event) => eventView(context, account, event)) };
    },
    eventsUrl: null,
    restoreCode: null,
    restoreCommand: null,
  };
}

/** A service as the type `Service`. */
export function serviceView(context: Context, account: Account, device: Device, service: Service): Record<string, unknown> {
  return {
    ...service,
    title: findApplication(service.application)?.name ?? String(service.application),
    type: service.application,
    protocol: protocolOf(service.application),
    state: device.online && service.enabled ? "active" : "inactive",
    license: "LICENSED",
    proxy: false,
    subdomain: null,
    lastReported: device.lastReported,
    presenceAddress: null,
    access: [],
    sessions: [],
    link: null,
    device: () => deviceView(context, account, device),
  };
}

export function endpointOf(device: Device): Record<string, unknown> {
  return { id: device.id, name: device.name, state: device.online ? "active" : "inactive", platform: device.platform };
}

export function eventView(context: Context, account: Account, event: StateEvent): Record<string, unknown> {
  const device = account.devices.get(event.deviceId);
  return {
    __typename: "DeviceStateEvent",
    ...event,
    type: "DEVICE_STATE",
    owner: { id: account.id, email: account.email },
    target: [],
    devices: device ? [deviceView(context, account, device)] : [],
  };
}
