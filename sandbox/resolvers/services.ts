import { GraphQLError } from "graphql";
import { findApplication, isServiceType } from "../applications";
import type { Device } from "../model";
import { addService as add, removeService as remove } from "../things";
import type { ServiceWish } from "../store";
import { deviceOf, mustBeName, mustHave, serviceOf, type Resolver } from "./support";
import { serviceView } from "./views";

const addService: Resolver<ServiceWish & { deviceId: string }> = (_source, { deviceId, ...wish }, context) => {
  const found = deviceOf(context, deviceId);
  if (!found) throw new GraphQLError(`Device ${deviceId} not found.`);
  mustBeConfigurable(found.device);
  mustBeService(wish);
  const port = wish.port ?? findApplication(wish.application ?? 1)?.port;
  if (port === null) throw new GraphQLError("Invalid port: an application without a usual one must be told.");
  return serviceView(context, found.account, found.device, add(context.store, found.device, wish));
};

/** On the device of the key's own account with that hardware id, also where it is not configurable. */
const addServiceByHardwareId: Resolver<ServiceWish & { hardwareId: string }> = (_source, { hardwareId, ...wish }, context) => {
  const { store, account } = context;
  if (store.world["register-device"] === "refused") throw new GraphQLError("Not authorized.");
  const device = [...account.devices.values()].find((one) => one.hardwareId === hardwareId);
  if (!device) throw new GraphQLError(`Device with hardware id ${hardwareId} not found.`);
  mustHave(device, "MANAGE");
  mustBeService(wish);
  return serviceView(context, account, device, add(store, device, wish));
};

type Change = ServiceWish & { id: string; presenceAddress?: string | null };

const updateService: Resolver<Change> = (_source, { id, ...changes }, context) => {
  const found = serviceOf(context, id);
  if (!found) throw new GraphQLError(`Service ${id} not found.`);
  mustBeConfigurable(found.device);
  mustBeService(changes);
  const given = Object.entries(changes).filter(([, value]) => value !== null && value !== undefined);
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
export function mustBeService({ name, application, port }: ServiceWish): void {
  if (typeof name === "string") mustBeName(name);
  if (typeof application === "number" && !isServiceType(application)) {
    throw new GraphQLError(`Invalid application: ${application} is no application type of a service.`);
  }
  if (typeof port === "number" && (port < 1 || port > 65_535)) {
    throw new GraphQLError("Invalid port: it must be from 1 to 65535.");
  }
}

export const serviceMutations = { addService, addServiceByHardwareId, updateService, removeService };
