import { GraphQLError } from "graphql";
import { accountByEmail } from "../../accounts";
import { asService, BULK } from "../../applications";
import { defineEntity, type Context } from "../../entity";
import { deviceNamed, deviceOf, few, serviceOf, thingOf } from "../../find";
import { licenseFor } from "../../limits";
import { mustBeName } from "../../names";
import { nulls } from "../../nulls";
import { may, mustHave, type Permission, permissionsOn, sightOf } from "../../permissions";
import { removeService, storedName } from "../services/rows";
import { listDevices, type DevicesArgs } from "./list";
import { deleteRegistered, rename, transferOne } from "./rest";
import { findByName, listAll } from "./rest-list";
import { AGENT_VERSION, devicesOf, ownerOf, removeDevice, stateOf, transferDevice, type Device, type SeenDevice } from "./rows";
import { seedDevices } from "./seed";

const OWN = [
  "id",
  "name",
  "hardwareId",
  "platform",
  "configurable",
  "created",
  "lastReported",
  "presenceAddress",
  "online",
] as const satisfies (keyof Device)[];

export default defineEntity({
  fields: {
    User: {
      devices: (account, args: DevicesArgs, context) => {
        const { items, ...facts } = listDevices(context, account, args);
        return {
          ...facts,
          items: items.map((device): SeenDevice => ({ account, device, application: args.application ?? null })),
        };
      },
      device: (account, { id }: { id: string[] }, context) =>
        few(context, id)
          .flatMap((one) => deviceNamed(context.store, account, one) ?? [])
          .filter(sightOf(context, account))
          .map((device): SeenDevice => ({ account, device })),
    },
    AccountInfo: {
      devices: (account, _args, context) => {
        const devices = [...devicesOf(account).values()].filter(sightOf(context, account));
        const online = devices.filter((device) => device.online).length;
        const { length: total } = devices;
        return { total, online, offline: total - online, licensed: total, unlicensed: 0 };
      },
    },
    Device: {
      ...Object.fromEntries(OWN.map((name) => [name, ({ device }: SeenDevice) => device[name]])),
      ...asService(BULK),
      state: ({ device }) => stateOf(device),
      version: AGENT_VERSION,
      license: ({ account, device }) => licenseFor(account, device),
      scriptable: false,
      scripting: false,
      permissions: (seen, _args, context) => permissionsOn(context, seen),
      can: (seen, { permission }: { permission: Permission }, context) => may(context, seen, permission),
      owner: ({ account, device }, _args, { store }) => ownerOf(store, device, account),
      enabled: true,
      upgradeable: false,
      device: ({ account, device }): SeenDevice => ({ account, device }),
      supportedAppInstalls: [],
      ...nulls(["host", "port", "timeout", "ttl", "subdomain", "websocket", "websocketIPv4", "websocketIPv6"]),
      ...nulls(["manufacturer", "ping", "proxy"]),
    },
  },
  mutations: {
    renameService: ({ serviceId, name }: { serviceId: string; name: string }, context) => {
      mustBeName(name);
      const found = thingOf(context, serviceId);
      if (!found) return false;
      mustHave(context, found, "MANAGE");
      if (found.service) found.service.name = storedName(context.store, found.device, name);
      else found.device.name = name;
      return true;
    },
    deleteDevices: ({ deviceId }: { deviceId?: string[] | null }, context) => deleteAll(context, deviceId ?? []),
    /** Given the id of a service it removes the service (api/README.md, C). */
    deleteDevice: ({ deviceId }: { deviceId: string }, context) => {
      const found = serviceOf(context, deviceId);
      if (!found) return deleteAll(context, [deviceId]);
      mustHave(context, found, "MANAGE");
      removeService(context.store, found.device, found.service);
      return true;
    },
    /** All of them or none. */
    transfer: ({ deviceId, deviceIds, email }: Transfer, context) => {
      const target = accountByEmail(context.store, email);
      const found = [...(deviceIds ?? []), ...(deviceId ? [deviceId] : [])].map((id) => deviceOf(context, id));
      for (const one of found) if (one) mustHave(context, one, "MANAGE");
      if (!target || found.length === 0 || found.includes(undefined)) return false;
      for (const one of found) if (one) transferDevice(one.account, target, one.device);
      return true;
    },
  },
  rest: {
    "GET device/list/all": listAll,
    "POST device/find/by/name": findByName,
    "POST device/name": rename,
    "POST developer/device/delete/registered/{id}": deleteRegistered,
    "POST developer/devices/transfer/{id}": transferOne,
  },
  seed: seedDevices,
  lacks: (world) => [
    ...(world.cursor === "missing"
      ? ["User.devices.after", "PaginatedDeviceResponse.hasMore", "PaginatedDeviceResponse.last"]
      : []),
    ...(world["hardware-id-filter"] === "missing" ? ["User.devices.hardwareId"] : []),
  ],
});

interface Transfer {
  deviceId?: string | null;
  deviceIds?: string[] | null;
  email: string;
}

/** All of them or none: one that is unknown or active keeps the others. */
function deleteAll(context: Context, ids: string[]): boolean {
  const found = ids.map((id) => ({ id, seen: deviceOf(context, id) }));
  for (const { seen } of found) if (seen) mustHave(context, seen, "MANAGE");
  for (const { id, seen } of found) {
    if (!seen) return noDeletion(context, `Device ${id} not found.`);
    if (seen.device.online) return noDeletion(context, `Device ${id} is active.`);
  }
  for (const { seen } of found) if (seen) removeDevice(context.store, seen.account, seen.device);
  return true;
}

function noDeletion({ store: { world } }: Context, why: string): false {
  if (world["delete-answer"] === "false") return false;
  throw new GraphQLError(why);
}
