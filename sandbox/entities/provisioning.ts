import { randomBytes } from "node:crypto";
import { GraphQLError } from "graphql";
import { BULK, isServiceType } from "../applications";
import { readDeviceType, writeDeviceType, type DeviceType } from "../device-type";
import { defineEntity } from "../entity";
import { findDevice, findService } from "../find";
import { isName, mustBeName } from "../names";
import { may } from "../permissions";
import {
  badAddress,
  badName,
  badType,
  duplicateAddress,
  duplicateName,
  no,
  noDevice,
  notAllowed,
  ok,
  text,
  type Call,
  type RestAnswer,
} from "../rest";
import { rows } from "../rows";
import { newAddress, now } from "../store";
import { addDevice, devicesOf, newDevice, type SeenDevice } from "./devices/rows";
import { addService, storedName } from "./services/rows";

/** Addresses that REST gave out and that are not registered yet, with their device type once created. */
const addressesOf = rows(() => new Map<string, string | undefined>());

/** The one bulk project whose addresses are given out. */
export const project = { projectKey: "SANDBOX-PROJECT", projectSecret: "sandbox/project+secret" };

interface Registration {
  name?: string | null;
  hardwareId?: string | null;
  platform?: number | null;
}

/** Devices and services that are registered without an agent. */
export default defineEntity({
  mutations: {
    /** Into the key's own account: the mutation names no other. What else it takes is unknown, and so is what it refuses. */
    registerDevice: ({ name, hardwareId, platform }: Registration, { store, account }): SeenDevice => {
      if (store.world["register-device"] === "refused") throw new GraphQLError("Not authorized.");
      if (!hardwareId) throw new GraphQLError("Invalid hardwareId: it must be given.");
      if (typeof name === "string") mustBeName(name);
      for (const device of devicesOf(account).values())
        if (device.hardwareId === hardwareId) throw new GraphQLError(`A device with hardware id ${hardwareId} exists already.`);
      const facts = { name: name ?? hardwareId, hardwareId, configurable: false };
      const device = newDevice(store, { ...facts, ...(typeof platform === "number" && { platform }) });
      addDevice(account, device);
      return { account, device };
    },
  },
  rest: {
    "GET device/address/{key}/{secret}": takeAddress,
    "POST device/create": create,
    "POST device/register": register,
  },
  lacks: ({ "register-device": registering }) =>
    registering === "missing" ? ["Mutation.registerDevice", "Mutation.generateDeviceAddress"] : [],
});

function takeAddress({ store, path: [key, secret] }: Call): RestAnswer {
  if (key !== project.projectKey || secret !== project.projectSecret) return no("no matching bulk project");
  const deviceaddress = newAddress(store);
  addressesOf(store).set(deviceaddress, undefined);
  return ok({ deviceaddress });
}

function create(call: Call): RestAnswer {
  const addresses = addressesOf(call.store);
  const id = text(call, "deviceaddress").toUpperCase();
  const type = typeIn(call);
  if (!addresses.has(id)) return isInUse(call, id) ? duplicateAddress(call.store) : badAddress;
  if (!type) return badType;
  if (addresses.get(id) !== undefined && call.store.world["rest-errors"] === "error") return duplicateAddress(call.store);
  addresses.set(id, writeDeviceType(type));
  return ok();
}

/** The device type decides: a bulk device, or a service of the account's device that has the same hardware id. */
function register(call: Call): RestAnswer {
  const { store, account } = call;
  const id = text(call, "deviceaddress").toUpperCase();
  const name = text(call, "devicealias");
  const created = addressesOf(store).get(id);
  if (created === undefined) return isInUse(call, id) ? duplicateAddress(store) : badAddress;
  const type = typeIn(call);
  if (!type || writeDeviceType(type) !== created) return badType;
  if (!isName(name)) return badName;
  const wanted = { id, name, hardwareId: text(call, "hardwareid"), ...type };
  const refusal = type.application === BULK ? registerDevice(call, wanted) : registerService(call, wanted);
  if (refusal) return refusal;
  addressesOf(store).delete(id);
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
  for (const device of devicesOf(account).values()) if (device.name === name) return duplicateName(store);
  addDevice(account, newDevice(store, { id, name, hardwareId, platform, configurable: false }));
  return undefined;
}

function registerService(call: Call, { id, name, hardwareId, application }: Wanted): RestAnswer | undefined {
  const { store, account } = call;
  if (!isServiceType(store.world, application)) return badType;
  const device = [...devicesOf(account).values()].find((candidate) => hardwareId !== "" && candidate.hardwareId === hardwareId);
  if (!device) return noDevice;
  if (!may(call, { account, device }, "MANAGE")) return notAllowed;
  const stored = storedName(store, device, name);
  for (const service of device.services.values()) if (service.name === stored) return duplicateName(store);
  addService(store, device, { id, name: stored, application });
  return undefined;
}
