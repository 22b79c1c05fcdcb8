import { GraphQLError } from "graphql";
import { addDevice, findService, removeDevice, type Device, type Service } from "../world";
import { accountFor, accountsOf, deviceOf, mustBeName, mustManage, type Resolver } from "./support";
import { deviceView } from "./views";

interface Claim {
  code: string;
  accountId?: string | null;
}

const claimDevice: Resolver<Claim> = (_source, { code, accountId }, context) => {
  const account = accountFor(context, accountId);
  const device = context.world.claimable.get(code);
  if (!device) throw new GraphQLError("Claim code not found: it is unknown, expired or has been used.");
  context.world.claimable.delete(code);
  addDevice(account, device);
  return deviceView(context, account, device);
};

/** A service or, by a device's id, the device itself. */
export function thingOf(context: Parameters<Resolver>[2], id: string): { device: Device; service?: Service } | undefined {
  const found = deviceOf(context, id);
  if (found) return found;
  for (const account of accountsOf(context)) {
    const service = findService(context.world, account, id);
    if (service) return service;
  }
  return undefined;
}

const renameService: Resolver<{ serviceId: string; name: string }> = (_source, { serviceId, name }, context) => {
  mustBeName(name);
  const found = thingOf(context, serviceId);
  if (!found) return false;
  mustManage(found.device);
  (found.service ?? found.device).name = name;
  return true;
};

const deleteDevice: Resolver<{ deviceId: string }> = (_source, { deviceId }, context) => {
  const found = deviceOf(context, deviceId);
  if (!found) return false;
  mustManage(found.device);
  if (found.device.online) return false;
  removeDevice(context.world, found.account, found.device);
  return true;
};

const deleteDevices: Resolver<{ deviceId?: string[] | null }> = (source, { deviceId }, context) =>
  (deviceId ?? []).every((id) => deleteDevice(source, { deviceId: id }, context) === true);

interface Transfer {
  deviceId?: string | null;
  deviceIds?: string[] | null;
  email: string;
}

const transfer: Resolver<Transfer> = (_source, { deviceId, deviceIds, email }, context) => {
  const target = [...context.world.accounts.values()].find((account) => account.email === email);
  if (!target) return false;
  const found = [...(deviceIds ?? []), ...(deviceId ? [deviceId] : [])].map((id) => deviceOf(context, id));
  if (found.some((one) => one === undefined)) return false;
  for (const one of found) {
    if (!one) continue;
    mustManage(one.device);
    one.account.devices.delete(one.device.id);
    addDevice(target, one.device);
  }
  return true;
};

const connect: Resolver<{ serviceId: string; hostIP?: string | null }> = (_source, { serviceId }, context) => {
  const service = thingOf(context, serviceId)?.service;
  if (!service) throw new GraphQLError("Service not found.");
  return {
    id: `connection-${service.id}`,
    created: new Date().toISOString(),
    host: "proxy.sandbox.invalid",
    port: 30_000,
    reverseProxy: false,
    timeout: 28_800,
  };
};

export const deviceMutations = {
  claimDevice,
  renameService,
  deleteDevice,
  deleteDevices,
  transfer,
  connect,
  disconnect: () => true,
};
