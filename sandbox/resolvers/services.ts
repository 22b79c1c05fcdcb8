import { GraphQLError } from "graphql";
import { findApplication, isServiceType } from "../applications";
import type { Device, Service } from "../model";
import { addService as add, reachOf, removeService as remove, storedName } from "../things";
import type { ServiceWish } from "../store";
import type { World } from "../worlds";
import { deviceOf, mustBeName, mustHave, serviceOf, type Context, type Resolver } from "./support";
import { deviceView, serviceView } from "./views";

interface Chosen {
  serviceId?: string | null;
}

function mustNotChoose({ serviceId }: Chosen): void {
  if (typeof serviceId === "string")
    throw new GraphQLError("Choosing a service's id (serviceId) is not modelled by the sandbox.");
}

/** `refresh` tells the agent, which nobody here would notice. */
const addService: Resolver<ServiceWish & Chosen & { deviceId: string }> = (_source, { deviceId, ...wish }, context) => {
  mustNotChoose(wish);
  const found = deviceOf(context, deviceId);
  if (!found) throw new GraphQLError(`Device ${deviceId} not found.`);
  mustBeConfigurable(found.device);
  const { store } = context;
  mustBeService(store.world, wish);
  const port = wish.port ?? findApplication(wish.application ?? 1)?.port;
  if (port === null && isFilled(store.world))
    throw new GraphQLError("Invalid port: an application without a usual one must be told.");
  return serviceView(context, found.account, found.device, make(context, found.device, wish));
};

/** On the device of the key's own account with that hardware id, also where it is not configurable. */
const addServiceByHardwareId: Resolver<ServiceWish & Chosen & { hardwareId: string }> = (_source, args, context) => {
  const { hardwareId, ...wish } = args;
  mustNotChoose(wish);
  const { store, account } = context;
  if (store.world["register-device"] === "refused") throw new GraphQLError("Not authorized.");
  const device = [...account.devices.values()].find((one) => one.hardwareId === hardwareId);
  if (!device) throw new GraphQLError(`Device with hardware id ${hardwareId} not found.`);
  mustHave(device, "MANAGE");
  mustBeService(store.world, wish);
  return serviceView(context, account, device, make(context, device, wish));
};

const isFilled = (world: World): boolean => world["service-defaults"] === "filled";

function make({ store }: Context, device: Device, wish: ServiceWish): Service {
  const name = storedName(store, device, nameOf(wish));
  mustBeFree(store.world, device, name);
  const service = add(store, device, { ...wish, name });
  if (isFilled(store.world)) return service;
  return Object.assign(service, { host: wish.host ?? null, port: wish.port ?? null, enabled: wish.enabled ?? false });
}

/** A service that is given no name is called as what it speaks. */
const nameOf = ({ name, application }: ServiceWish) => name ?? findApplication(application ?? 1)?.name ?? "service";

function mustBeFree(world: World, device: Device, name: string): void {
  const isTaken = [...device.services.values()].some((service) => service.name === name);
  if (isTaken && world["service-twins"] === "refused")
    throw new GraphQLError(`Duplicate name: device ${device.id} has a service ${name}.`);
}

const updateService: Resolver<ServiceWish & Chosen & { id: string }> = (_source, { id, ...changes }, context) => {
  mustNotChoose(changes);
  const found = serviceOf(context, id);
  if (!found) return updateDevice(context, id, changes);
  const { account, device, service } = found;
  mustBeConfigurable(device);
  mustBeService(context.store.world, changes);
  const { name, application, host, port, enabled } = changes;
  if (typeof name === "string") service.name = storedName(context.store, device, name);
  service.application = application ?? service.application;
  service.host = host ?? service.host;
  service.port = port ?? service.port;
  service.enabled = enabled ?? service.enabled;
  service.reach = reachOf(service.reach, changes);
  return serviceView(context, account, device, service);
};

/** The presence address is all that this mutation sets of a device (api/README.md, A). */
function updateDevice(context: Context, id: string, { presenceAddress }: ServiceWish): unknown {
  const found = deviceOf(context, id);
  if (!found || typeof presenceAddress !== "string") throw new GraphQLError(`Service ${id} not found.`);
  mustHave(found.device, "MANAGE");
  found.device.presenceAddress = presenceAddress || null;
  return deviceView(context, found.account, found.device);
}

const removeService: Resolver<{ id: string }> = (_source, { id }, context) => {
  const found = serviceOf(context, id);
  if (!found) return false;
  mustHave(found.device, "MANAGE");
  remove(context.store, found.device, found.service);
  return true;
};

function mustBeConfigurable(device: Device): void {
  mustHave(device, "MANAGE");
  if (!device.configurable) throw new GraphQLError(`Device ${device.id} is not configurable.`);
}

/** Whether what is given is right; what is not given, or null, is. */
export function mustBeService(world: World, { name, application, port }: ServiceWish): void {
  if (typeof name === "string") mustBeName(name);
  if (typeof application === "number" && !isServiceType(world, application)) {
    throw new GraphQLError(`Invalid application: ${application} is no application type of a service.`);
  }
  if (typeof port === "number" && (port < 1 || port > 65_535)) {
    throw new GraphQLError("Invalid port: it must be from 1 to 65535.");
  }
}

export const serviceMutations = { addService, addServiceByHardwareId, updateService, removeService };
