import { GraphQLError } from "graphql";
import { findApplication, isServiceType } from "../applications";
import type { Device, Service } from "../model";
import { addService as add, removeService as remove, storedName } from "../things";
import type { ServiceWish } from "../store";
import type { World } from "../worlds";
import { deviceOf, mustBeName, mustHave, serviceOf, type Context, type Resolver } from "./support";
import { serviceView } from "./views";

const addService: Resolver<ServiceWish & { deviceId: string }> = (_source, { deviceId, ...wish }, context) => {
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
const addServiceByHardwareId: Resolver<ServiceWish & { hardwareId: string }> = (_source, { hardwareId, ...wish }, context) => {
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

type Change = ServiceWish & { id: string; presenceAddress?: string | null };

const updateService: Resolver<Change> = (_source, { id, ...changes }, context) => {
  const found = serviceOf(context, id);
  if (!found) throw new GraphQLError(`Service ${id} not found.`);
  mustBeConfigurable(found.device);
  mustBeService(context.store.world, changes);
  const { name } = changes;
  const stored = typeof name === "string" ? { name: storedName(context.store, found.device, name) } : {};
  const given = Object.entries({ ...changes, ...stored }).filter(([, value]) => value !== null && value !== undefined);
  Object.assign(found.service, Object.fromEntries(given));
  return serviceView(context, found.account, found.device, found.service);
};

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
