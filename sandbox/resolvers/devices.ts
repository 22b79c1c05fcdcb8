import { GraphQLError } from "graphql";
import { accountByEmail } from "../accounts";
import { addDevice, removeDevice, transferDevice } from "../things";
import { accountFor, deviceOf, mustBeName, mustHave, thingOf, type Resolver } from "./support";
import { deviceView } from "./views";

const claimDevice: Resolver<{ code: string; accountId?: string | null }> = (_source, { code, accountId }, context) => {
  const account = accountFor(context, accountId);
  const device = context.store.claimable.get(code);
  if (!device) throw new GraphQLError("Claim code not found: it is unknown, or its device is in an account already.");
  context.store.claimable.delete(code);
  addDevice(account, device);
  return deviceView(context, account, device);
};

const renameService: Resolver<{ serviceId: string; name: string }> = (_source, { serviceId, name }, context) => {
  mustBeName(name);
  const found = thingOf(context, serviceId);
  if (!found) return false;
  mustHave(found.device, "MANAGE");
  (found.service ?? found.device).name = name;
  return true;
};

/** All of them or none: one that is unknown or active keeps the others. */
const deleteDevices: Resolver<{ deviceId?: string[] | null }> = (_source, { deviceId }, context) => {
  const found = (deviceId ?? []).map((id) => deviceOf(context, id));
  for (const one of found) if (one) mustHave(one.device, "MANAGE");
  if (found.some((one) => one === undefined || one.device.online)) return false;
  for (const one of found) if (one) removeDevice(context.store, one.account, one.device);
  return true;
};

const deleteDevice: Resolver<{ deviceId: string }> = (source, { deviceId }, context) =>
  deleteDevices(source, { deviceId: [deviceId] }, context);

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

export const deviceMutations = { claimDevice, renameService, deleteDevice, deleteDevices, transfer };
