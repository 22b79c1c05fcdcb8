import { randomBytes } from "node:crypto";
import { BULK, isServiceType } from "../applications";
import { addDevice, addService, newDevice } from "../things";
import { newAddress } from "../store";
import {
  badAddress,
  badName,
  badType,
  duplicate,
  isName,
  no,
  noDevice,
  notAllowed,
  ok,
  text,
  type Call,
  type RestAnswer,
} from "./call";
import { readDeviceType } from "./device-type";

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
  const type = text(call, "devicetype").toLowerCase();
  if (!addresses.has(id)) return badAddress;
  if (!readDeviceType(type)) return badType;
  addresses.set(id, type);
  return ok();
}

/** The device type decides: a bulk device, or a service of the account's device that has the same hardware id. */
export function register(call: Call): RestAnswer {
  const id = text(call, "deviceaddress").toUpperCase();
  const type = text(call, "devicetype").toLowerCase();
  const name = text(call, "devicealias");
  const created = call.store.addresses.get(id);
  if (created === undefined) return badAddress;
  const facts = readDeviceType(type);
  if (!facts || type !== created) return badType;
  if (!isName(name)) return badName;
  const wanted = { id, name, hardwareId: text(call, "hardwareid"), ...facts };
  const refusal = facts.application === BULK ? registerDevice(call, wanted) : registerService(call, wanted);
  if (refusal) return refusal;
  call.store.addresses.delete(id);
  const secret = call.body["skipsecret"] === "true" ? {} : { secret: randomBytes(20).toString("base64") };
  return ok({ device: { deviceaddress: id, devicealias: name }, ...secret });
}

interface Wanted {
  id: string;
  name: string;
  hardwareId: string;
  application: number;
  platform: number;
}

function registerDevice({ store, account }: Call, { id, name, hardwareId, platform }: Wanted): RestAnswer | undefined {
  for (const device of account.devices.values()) if (device.name === name) return duplicate;
  addDevice(account, newDevice(store, { id, name, hardwareId, platform, configurable: false }));
  return undefined;
}

function registerService({ store, account }: Call, { id, name, hardwareId, application }: Wanted): RestAnswer | undefined {
  if (!isServiceType(application)) return badType;
  const device = [...account.devices.values()].find((candidate) => hardwareId !== "" && candidate.hardwareId === hardwareId);
  if (!device) return noDevice;
  if (!device.permissions.includes("MANAGE")) return notAllowed;
  for (const service of device.services.values()) if (service.name === name) return duplicate;
  addService(store, device, { id, name, application });
  return undefined;
}
