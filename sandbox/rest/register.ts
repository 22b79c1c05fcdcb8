import { randomBytes } from "node:crypto";
import { BULK, isServiceType } from "../applications";
import { addDevice, addService, findDevice, findService, newDevice, storedName } from "../things";
import { newAddress, now } from "../store";
import {
  badAddress,
  badName,
  badType,
  duplicateAddress,
  duplicateName,
  isName,
  no,
  noDevice,
  notAllowed,
  ok,
  text,
  type Call,
  type RestAnswer,
} from "./call";
import { readDeviceType, writeDeviceType, type DeviceType } from "./device-type";

/** The one bulk project whose addresses are given out. */
export const project = { projectKey: "SANDBOX-PROJECT", projectSecret: "sandbox/project+secret" };

export function takeAddress({ store, path: [key, secret] }: Call): RestAnswer {
  if (key !== project.projectKey || secret !== project.projectSecret) return no("no matching bulk project");
  const deviceaddress = newAddress(store);
  store.addresses.set(deviceaddress, undefined);
  return ok({ deviceaddress });
}

export function create(call: Call): RestAnswer {
  const { addresses } = call.store;
  const id = text(call, "deviceaddress").toUpperCase();
  const type = typeIn(call);
  if (!addresses.has(id)) return isInUse(call, id) ? duplicateAddress(call.store) : badAddress;
  if (!type) return badType;
  if (addresses.get(id) !== undefined && call.store.world["rest-errors"] === "error") return duplicateAddress(call.store);
  addresses.set(id, writeDeviceType(type));
  return ok();
}

/** The device type decides: a bulk device, or a service of the account's device that has the same hardware id. */
export function register(call: Call): RestAnswer {
  const { store, account } = call;
  const id = text(call, "deviceaddress").toUpperCase();
  const name = text(call, "devicealias");
  const created = store.addresses.get(id);
  if (created === undefined) return isInUse(call, id) ? duplicateAddress(store) : badAddress;
  const type = typeIn(call);
  if (!type || writeDeviceType(type) !== created) return badType;
  if (!isName(name)) return badName;
  const wanted = { id, name, hardwareId: text(call, "hardwareid"), ...type };
  const refusal = type.application === BULK ? registerDevice(call, wanted) : registerService(call, wanted);
  if (refusal) return refusal;
  store.addresses.delete(id);
  // Whatever `skipsecret` says, it is told: public clients always send "true", and read it (api/README.md, S).
  const secret = newSecret(call);
  const device = {
    deviceaddress: id,
    name,
    created: now(store).toISOString(),
    owner: account.email,
    enabled: "1",
    alerted: "0",
    title: name,
    devicetype: created,
    manufacturer: String(type.manufacturer),
    region: "earth",
    devicestate: "inactive",
    secret,
  };
  return ok({ secret, device });
}

const isInUse = ({ store, account }: Call, id: string): boolean =>
  findDevice(account, id) !== undefined || findService(store, account, id) !== undefined;

function typeIn(call: Call): DeviceType | undefined {
  const type = readDeviceType(text(call, "devicetype"));
  return type?.platform === 0 && call.store.world["platform-zero"] === "refused" ? undefined : type;
}

function newSecret({ store: { world } }: Call): string {
  const pairs = randomBytes(20).toString("hex").toUpperCase().match(/../g) ?? [];
  return pairs.join(world["rest-secret"] === "colons" ? ":" : "");
}

interface Wanted {
  id: string;
  name: string;
  hardwareId: string;
  application: number;
  platform: number;
}

function registerDevice({ store, account }: Call, { id, name, hardwareId, platform }: Wanted): RestAnswer | undefined {
  for (const device of account.devices.values()) if (device.name === name) return duplicateName(store);
  addDevice(account, newDevice(store, { id, name, hardwareId, platform, configurable: false }));
  return undefined;
}

function registerService({ store, account }: Call, { id, name, hardwareId, application }: Wanted): RestAnswer | undefined {
  if (!isServiceType(store.world, application)) return badType;
  const device = [...account.devices.values()].find((candidate) => hardwareId !== "" && candidate.hardwareId === hardwareId);
  if (!device) return noDevice;
  if (!device.permissions.includes("MANAGE")) return notAllowed;
  const stored = storedName(store, device, name);
  for (const service of device.services.values()) if (service.name === stored) return duplicateName(store);
  addService(store, device, { id, name: stored, application });
  return undefined;
}
