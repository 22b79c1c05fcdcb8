import { GraphQLError } from "graphql";
import { accountByEmail } from "../accounts";
import { addDevice, findDevice, newDevice, removeDevice, removeService, storedName, transferDevice } from "../things";
import { accountFor, deviceOf, mustBeName, mustHave, serviceOf, thingOf, type Context, type Resolver } from "./support";
import { deviceView } from "./views";

const claimDevice: Resolver<{ code: string; accountId?: string | null }> = (_source, { code, accountId }, context) => {
  const account = accountFor(context, accountId);
  const { claimable, claimed, world } = context.store;
  const device = claimable.get(code);
  if (device) {
    claimable.delete(code);
    claimed.set(code, device);
    addDevice(account, device);
    return deviceView(context, account, device);
  }
  const own = findDevice(account, claimed.get(code)?.id ?? "");
  if (own && world["claim-again"] === "device") return deviceView(context, account, own);
  if (world["claim-unknown"] === "null") return null;
  throw new GraphQLError("Claim code not found: it is unknown, or its device is in an account already.");
};

interface Registration {
  name?: string | null;
  hardwareId?: string | null;
  platform?: number | null;
}

/** Into the key's own account: the mutation names no other. What else it takes is unknown, and so is what it refuses. */
const registerDevice: Resolver<Registration> = (_source, { name, hardwareId, platform }, context) => {
  const { store, account } = context;
  if (store.world["register-device"] === "refused") throw new GraphQLError("Not authorized.");
  if (!hardwareId) throw new GraphQLError("Invalid hardwareId: it must be given.");
  if (typeof name === "string") mustBeName(name);
  for (const device of account.devices.values())
    if (device.hardwareId === hardwareId) throw new GraphQLError(`A device with hardware id ${hardwareId} exists already.`);
  const device = newDevice(store, {
    name: name ?? hardwareId,
    hardwareId,
    ...(typeof platform === "number" && { platform }),
    configurable: false,
  });
  addDevice(account, device);
  return deviceView(context, account, device);
};

const renameService: Resolver<{ serviceId: string; name: string }> = (_source, { serviceId, name }, context) => {
  mustBeName(name);
  const found = thingOf(context, serviceId);
  if (!found) return false;
  mustHave(found.device, "MANAGE");
  if (found.service) found.service.name = storedName(context.store, found.device, name);
  else found.device.name = name;
  return true;
};

/** All of them or none: one that is unknown or active keeps the others. */
const deleteDevices: Resolver<{ deviceId?: string[] | null }> = (_source, { deviceId }, context) => {
  const found = (deviceId ?? []).map((id) => ({ id, ...deviceOf(context, id) }));
  for (const { device } of found) if (device) mustHave(device, "MANAGE");
  for (const { id, device } of found) {
    if (!device) return noDeletion(context, `Device ${id} not found.`);
    if (device.online) return noDeletion(context, `Device ${id} is active.`);
  }
  for (const { account, device } of found) if (account && device) removeDevice(context.store, account, device);
  return true;
};

function noDeletion({ store: { world } }: Context, why: string): false {
  if (world["delete-answer"] === "false") return false;
  throw new GraphQLError(why);
}

/** Given the id of a service it removes the service (api/README.md, C). */
const deleteDevice: Resolver<{ deviceId: string }> = (source, { deviceId }, context) => {
  const found = serviceOf(context, deviceId);
  if (!found) return deleteDevices(source, { deviceId: [deviceId] }, context);
  mustHave(found.device, "MANAGE");
  removeService(context.store, found.device, found.service);
  return true;
};

interface Transfer {
  deviceId?: string | null;
  deviceIds?: string[] | null;
  email: string;
}

/** All of them or none. */
const transfer: Resolver<Transfer> = (_source, { deviceId, deviceIds, email }, context) => {
  const target = accountByEmail(context.store, email);
  const found = [...(deviceIds ?? []), ...(deviceId ? [deviceId] : [])].map((id) => deviceOf(context, id));
  for (const one of found) if (one) mustHave(one.device, "MANAGE");
  if (!target || found.length === 0 || found.includes(undefined)) return false;
  for (const one of found) if (one) transferDevice(one.account, target, one.device);
  return true;
};

export const deviceMutations = { claimDevice, registerDevice, renameService, deleteDevice, deleteDevices, transfer };
