import { GraphQLError } from "graphql";
import { asService, findApplication } from "../../applications";
import { defineEntity, type Context } from "../../entity";
import { deviceOf, few, findService, serviceOf } from "../../find";
import { nulls } from "../../nulls";
import { may, mustHave, type Permission, permissionsOn, sightOf } from "../../permissions";
import { noService, notAllowed, ok, text } from "../../rest";
import type { World } from "../../worlds";
import { AGENT_VERSION, devicesOf, ownerOf, type Device, type SeenDevice } from "../devices/rows";
import { listServices, type ServicesArgs } from "./list";
import {
  addService,
  deviceAsService,
  reachOf,
  removeService,
  serviceStateOf,
  storedName,
  type SeenService,
  type Service,
  type ServiceWish,
} from "./rows";
import { mustBeService } from "./wish";

const OWN = ["id", "name", "host", "port", "enabled", "created"] as const satisfies (keyof Service)[];
const OF_TYPE = ["application", "title", "type", "protocol"] as const;
const REACH = ["presenceAddress", "subdomain", "websocket", "websocketIPv4", "websocketIPv6"] as const;

export default defineEntity({
  fields: {
    User: {
      service: (account, { id }: { id: string[] }, context) =>
        few(context, id)
          .flatMap((one) => findService(context.store, account, one) ?? [])
          .filter(({ device }) => sightOf(context, account)(device)),
    },
    Device: {
      services: (seen, args: ServicesArgs) =>
        listServices(seen, { ...args, application: args.application ?? seen.application ?? null }),
    },
    Service: {
      ...Object.fromEntries(OWN.map((name) => [name, ({ service }: SeenService) => service[name]])),
      ...Object.fromEntries(OF_TYPE.map((name) => [name, ({ service }: SeenService) => asService(service.application)[name]])),
      ...Object.fromEntries(REACH.map((name) => [name, ({ service }: SeenService) => service.reach[name]])),
      state: ({ device, service }) => serviceStateOf(device, service),
      online: ({ device, service }) => serviceStateOf(device, service) === "active",
      license: "LICENSED",
      platform: ({ device }) => device.platform,
      version: AGENT_VERSION,
      owner: ({ account, device }, _args, { store }) => ownerOf(store, device, account),
      permissions: (seen, _args, context) => permissionsOn(context, seen),
      can: (seen, { permission }: { permission: Permission }, context) => may(context, seen, permission),
      lastReported: ({ device }) => device.lastReported,
      device: ({ account, device }): SeenDevice => ({ account, device }),
      ...nulls(["manufacturer", "ping", "proxy"]),
    },
  },
  mutations: {
    /** `refresh` tells the agent, which nobody here would notice. */
    addService: ({ deviceId, ...wish }: ServiceWish & Chosen & { deviceId: string }, context) => {
      mustNotChoose(wish);
      const found = deviceOf(context, deviceId);
      if (!found) throw new GraphQLError(`Device ${deviceId} not found.`);
      mustBeConfigurable(context, found);
      const { world } = context.store;
      mustBeService(world, wish);
      const port = wish.port ?? findApplication(wish.application ?? 1)?.port;
      if (port === null && isFilled(world))
        throw new GraphQLError("Invalid port: an application without a usual one must be told.");
      return make(context, found, wish);
    },
    /** On the device of the key's own account with that hardware id, also where it is not configurable. */
    addServiceByHardwareId: ({ hardwareId, ...wish }: ServiceWish & Chosen & { hardwareId: string }, context) => {
      mustNotChoose(wish);
      const { store, account } = context;
      if (store.world["register-device"] === "refused") throw new GraphQLError("Not authorized.");
      const device = [...devicesOf(account).values()].find((one) => one.hardwareId === hardwareId);
      if (!device) throw new GraphQLError(`Device with hardware id ${hardwareId} not found.`);
      mustHave(context, { account, device }, "MANAGE");
      mustBeService(store.world, wish);
      return make(context, { account, device }, wish);
    },
    updateService: ({ id, ...changes }: ServiceWish & Chosen & { id: string }, context) => {
      mustNotChoose(changes);
      const found = serviceOf(context, id);
      if (!found) return updateDevice(context, id, changes);
      const { device, service } = found;
      mustBeConfigurable(context, found);
      mustBeService(context.store.world, changes);
      const { name, application, host, port, enabled } = changes;
      if (typeof name === "string") service.name = storedName(context.store, device, name);
      service.application = application ?? service.application;
      service.host = host ?? service.host;
      service.port = port ?? service.port;
      service.enabled = enabled ?? service.enabled;
      service.reach = reachOf(service.reach, changes);
      return found;
    },
    removeService: ({ id }: { id: string }, context) => {
      const found = serviceOf(context, id);
      if (!found) return false;
      mustHave(context, found, "MANAGE");
      removeService(context.store, found.device, found.service);
      return true;
    },
  },
  rest: {
    "POST device/delete": (call) => {
      const found = findService(call.store, call.account, text(call, "deviceaddress"));
      if (!found) return noService;
      if (!may(call, found, "MANAGE")) return notAllowed;
      removeService(call.store, found.device, found.service);
      return ok();
    },
  },
  lacks: (world) => [
    ...(world["user-service"] === "missing" ? ["User.service"] : []),
    ...(world["register-device"] === "missing" ? ["Mutation.addServiceByHardwareId"] : []),
  ],
});

interface Chosen {
  serviceId?: string | null;
}

function mustNotChoose({ serviceId }: Chosen): void {
  if (typeof serviceId === "string")
    throw new GraphQLError("Choosing a service's id (serviceId) is not modelled by the sandbox.");
}

const isFilled = (world: World): boolean => world["service-defaults"] === "filled";

function make({ store }: Context, { account, device }: SeenDevice, wish: ServiceWish): SeenService {
  const name = storedName(store, device, nameOf(wish));
  mustBeFree(store.world, device, name);
  const service = addService(store, device, { ...wish, name });
  if (!isFilled(store.world))
    Object.assign(service, { host: wish.host ?? null, port: wish.port ?? null, enabled: wish.enabled ?? false });
  return { account, device, service };
}

/** A service that is given no name is called as what it speaks. */
const nameOf = ({ name, application }: ServiceWish) => name ?? findApplication(application ?? 1)?.name ?? "service";

function mustBeFree(world: World, device: Device, name: string): void {
  const isTaken = [...device.services.values()].some((service) => service.name === name);
  if (isTaken && world["service-twins"] === "refused")
    throw new GraphQLError(`Duplicate name: device ${device.id} has a service ${name}.`);
}

/** The presence address is all that this mutation sets of a device, which it answers as a service (api/README.md, A). */
function updateDevice(context: Context, id: string, { presenceAddress }: ServiceWish): SeenService {
  const found = deviceOf(context, id);
  if (!found || typeof presenceAddress !== "string") throw new GraphQLError(`Service ${id} not found.`);
  mustHave(context, found, "MANAGE");
  found.device.presenceAddress = presenceAddress || null;
  return { ...found, service: deviceAsService(found.device) };
}

function mustBeConfigurable(context: Context, seen: SeenDevice): void {
  const { device } = seen;
  mustHave(context, seen, "MANAGE");
  if (!device.configurable) throw new GraphQLError(`Device ${device.id} is not configurable.`);
}
