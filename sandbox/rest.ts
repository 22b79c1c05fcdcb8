import { findApplication, notForServices } from "./applications";
import { accountFor } from "./resolvers/support";
import {
  addDevice,
  addService,
  findDevice,
  findService,
  newAddress,
  newDevice,
  removeDevice,
  type Account,
  type World,
} from "./world";

type Body = Record<string, unknown>;
type Answer = Record<string, unknown>;

/** The one bulk project whose addresses are given out. */
export const project = { projectKey: "SANDBOX-PROJECT", projectSecret: "sandbox/project+secret" };

interface Call {
  world: World;
  account: Account;
  /** What follows the call's name in the path. */
  path: string[];
  body: Body;
}

const ok = (facts: Answer = {}): Answer => ({ status: "true", ...facts });
const no = (reason: string): Answer => ({ status: "false", reason });

const calls: Record<string, (call: Call) => Answer> = {
  "GET device/list/all": ({ account }) =>
    ok({
      devices: [...account.devices.values()].flatMap((device) => {
        const shared = { devicestate: device.online ? "active" : "inactive", ownerusername: account.email, shared: "owner" };
        return [
          { deviceaddress: device.id, devicealias: device.name, devicetype: typeOf(35), servicetitle: "Bulk Service", ...shared },
          ...[...device.services.values()].map((service) => ({
            deviceaddress: service.id,
            devicealias: service.name,
            devicetype: typeOf(service.application),
            servicetitle: findApplication(service.application)?.name ?? "",
            ...shared,
          })),
        ];
      }),
    }),

  "POST device/name": ({ world, account, body }) => {
    const name = text(body, "devicealias");
    const found = findDevice(account, text(body, "deviceaddress")) ?? findService(world, account, text(body, "deviceaddress"))?.service;
    if (!found) return no("[0806] device not found");
    if (name.length === 0 || name.length > 100) return no("invalid device name");
    found.name = name;
    return ok();
  },

  "GET device/address": ({ world, path: [key, secret] }) => {
    if (key !== project.projectKey || secret !== project.projectSecret) return no("no matching bulk project");
    const deviceaddress = newAddress(world);
    world.addresses.set(deviceaddress, undefined);
    return ok({ deviceaddress });
  },

  "POST device/create": ({ world, body }) => {
    const id = text(body, "deviceaddress").toUpperCase();
    if (!world.addresses.has(id)) return no("bad device address");
    if (!isType(text(body, "devicetype"))) return no("bad device type");
    world.addresses.set(id, text(body, "devicetype"));
    return ok();
  },

  "POST device/register": register,

  "POST device/delete": ({ world, account, body }) => {
    const found = findService(world, account, text(body, "deviceaddress"));
    if (!found) return no("[0861] no service for that id");
    found.device.services.delete(found.service.id);
    world.services.delete(found.service.id);
    return ok();
  },

  "POST developer/device/delete/registered": ({ world, account, path: [id = ""] }) => {
    const device = findDevice(account, id);
    if (!device) return no("[0806] device not found");
    removeDevice(world, account, device);
    return ok();
  },

  "POST developer/devices/transfer": ({ world, account, path: [id = ""], body }) => {
    const device = findDevice(account, id);
    const target = [...world.accounts.values()].find(({ email }) => email === text(body, "user"));
    if (!device) return no("[0806] device not found");
    if (!target) return no("user not found");
    account.devices.delete(device.id);
    addDevice(target, device);
    return ok();
  },

  "POST device/connect": ({ world, account, body }) =>
    findService(world, account, text(body, "deviceaddress"))
      ? ok({ connection: { proxy: "http://proxy.sandbox.invalid:30000", connectionid: "connection-1", expirationsec: "28800" } })
      : no("[0861] no service for that id"),

  "POST device/connect/stop": () => ok(),
};

/** The call that a path names and what follows the name; undefined for a path that is none. */
export function findCall(method: string, path: string): { name: string; rest: string[] } | undefined {
  const segments = path.split("/").map(decodeURIComponent);
  for (let length = segments.length; length > 0; length -= 1) {
    const name = segments.slice(0, length).join("/");
    if (`${method} ${name}` in calls) return { name, rest: segments.slice(length) };
  }
  return undefined;
}

/** Answers a call as the account of the key: REST knows no other. */
export function answerCall(world: World, account: Account, method: string, name: string, path: string[], body: Body): Answer {
  return calls[`${method} ${name}`]?.({ world, account: accountFor({ world, account }, undefined), path, body }) ?? no("unknown call");
}

/** The device type says what comes to be: type 35 with 40 in bytes 10 and 11 is a device, another a service of the device with that hardware id. */
function register({ world, account, body }: Call): Answer {
  const id = text(body, "deviceaddress").toUpperCase();
  const type = text(body, "devicetype");
  const name = text(body, "devicealias");
  const hardwareId = text(body, "hardwareid");
  if (world.addresses.get(id) !== type) return no("bad device address");
  const application = Number.parseInt(type.replaceAll(":", "").slice(0, 4), 16);
  const secret = body["skipsecret"] === "true" ? {} : { secret: Buffer.from(`secret of ${id}`).toString("base64") };
  if (application === 35) {
    if ([...account.devices.values()].some((device) => device.name === name)) return no("[0807] duplicate name");
    addDevice(account, newDevice(world, { id, name, hardwareId, configurable: false }));
  } else {
    const device = [...account.devices.values()].find((candidate) => candidate.hardwareId === hardwareId);
    if (!device) return no("[0806] device not found");
    if (notForServices.includes(application) || !findApplication(application)) return no("bad device type");
    if ([...device.services.values()].some((service) => service.name === name)) return no("[0807] duplicate name");
    addService(world, device, { id, name, application, port: findApplication(application)?.port ?? null });
  }
  world.addresses.delete(id);
  return ok({ device: { deviceaddress: id, devicealias: name }, ...secret });
}

function isType(type: string): boolean {
  if (!/^([0-9a-f]{2}:){11}([0-9a-f]{2}:){0,4}[0-9a-f]{2}$/i.test(type)) return false;
  const bytes = Buffer.from(type.replaceAll(":", ""), "hex");
  return bytes.readUInt16BE(0) !== 35 || bytes.readUInt16BE(10) === 40;
}

function typeOf(application: number): string {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(application, 0);
  if (application === 35) bytes.writeUInt16BE(40, 10);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(":");
}

function text(body: Body, key: string): string {
  const value = body[key];
  return typeof value === "string" ? value : "";
}
