import { GraphQLError } from "graphql";
import { findApplication, notForServices } from "../applications";
import { addService as add, type Device } from "../world";
import { thingOf } from "./devices";
import { deviceOf, mustBeName, mustManage, type Resolver } from "./support";
import { serviceView } from "./views";

interface ServiceArgs {
  name?: string | null;
  application?: number | null;
  host?: string | null;
  port?: number | null;
  enabled?: boolean | null;
}

const addService: Resolver<ServiceArgs & { deviceId: string }> = (_source, args, context) => {
  const found = deviceOf(context, args.deviceId);
  if (!found) throw new GraphQLError(`Device ${args.deviceId} not found.`);
  mustBeConfigurable(found.device);
  const application = mustBeApplication(args.application ?? 1);
  const service = add(context.world, found.device, {
    name: args.name ?? application.name,
    application: application.id,
    host: args.host ?? "127.0.0.1",
    port: mustBePort(args.port ?? application.port),
    enabled: args.enabled ?? true,
  });
  mustBeName(service.name);
  return serviceView(context, found.account, found.device, service);
};

const updateService: Resolver<ServiceArgs & { id: string }> = (_source, args, context) => {
  const found = thingOf(context, args.id);
  const owner = found && deviceOf(context, found.device.id);
  if (!found?.service || !owner) throw new GraphQLError(`Service ${args.id} not found.`);
  mustBeConfigurable(found.device);
  const { service } = found;
  if (args.name) mustBeName(args.name);
  if (args.application) mustBeApplication(args.application);
  Object.assign(service, {
    name: args.name ?? service.name,
    application: args.application ?? service.application,
    host: args.host ?? service.host,
    port: mustBePort(args.port ?? service.port),
    enabled: args.enabled ?? service.enabled,
  });
  return serviceView(context, owner.account, owner.device, service);
};

const removeService: Resolver<{ id: string }> = (_source, { id }, context) => {
  const found = thingOf(context, id);
  if (!found?.service) return false;
  mustManage(found.device);
  found.device.services.delete(found.service.id);
  context.world.services.delete(found.service.id);
  return true;
};

function mustBeConfigurable(device: Device): void {
  mustManage(device);
  if (!device.configurable) throw new GraphQLError(`Device ${device.id} is not configurable.`);
}

function mustBeApplication(id: number) {
  const application = findApplication(id);
  if (application && !notForServices.includes(id)) return application;
  throw new GraphQLError(`Invalid application: ${id} is no application type.`);
}

function mustBePort(port: number | null): number {
  if (port !== null && port >= 1 && port <= 65_535) return port;
  throw new GraphQLError("Invalid port: it must be from 1 to 65535.");
}

export const serviceMutations = { addService, updateService, removeService };
