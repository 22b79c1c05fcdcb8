import { accountByEmail } from "../accounts";
import { closeConnection, LIFETIME, openConnection, urlOf } from "../connections";
import { findDevice, findService, removeDevice, removeService, storedName, transferDevice } from "../things";
import { badName, isName, no, noDevice, noService, notAllowed, noWithCode, ok, text, type Call, type RestAnswer } from "./call";
import { findByName, listAll } from "./list";
import { create, register, takeAddress } from "./register";

interface Route {
  method: "GET" | "POST";
  /** How many parts follow the name in the path. */
  parts: number;
  answer: (call: Call) => RestAnswer;
}

const get = (answer: Route["answer"], parts = 0): Route => ({ method: "GET", parts, answer });
const post = (answer: Route["answer"], parts = 0): Route => ({ method: "POST", parts, answer });

const routes = new Map<string, Route>([
  ["device/list/all", get(listAll)],
  ["device/find/by/name", post(findByName)],
  ["device/name", post(rename)],
  ["device/address", get(takeAddress, 2)],
  ["device/create", post(create)],
  ["device/register", post(register)],
  ["device/delete", post(deleteService)],
  ["developer/device/delete/registered", post(deleteRegistered, 1)],
  ["developer/devices/transfer", post(transfer, 1)],
  ["device/connect", post(connect)],
  ["device/connect/stop", post(disconnect)],
  ["user/language", post(setLanguage)],
]);

export interface FoundCall {
  /** Without what follows it in the path. */
  name: string;
  path: readonly string[];
  answer: Route["answer"];
}

/** The call that a method and a path under /apv/v27/ name, with a slash at its end or without; undefined where there is none. */
export function findCall(method: string, path: string): FoundCall | undefined {
  const segments = path.replace(/\/$/, "").split("/");
  for (const [name, route] of routes) {
    const length = name.split("/").length;
    const isIt = route.method === method && segments.length === length + route.parts;
    if (isIt && segments.slice(0, length).join("/") === name) {
      return { name, path: segments.slice(length).map(decodeURIComponent), answer: route.answer };
    }
  }
  return undefined;
}

function rename(call: Call): RestAnswer {
  const id = text(call, "deviceaddress");
  const name = text(call, "devicealias");
  const device = findDevice(call.account, id);
  const found = device ? { device, thing: device } : serviceIn(call, id);
  if (!found) return noDevice;
  if (!found.device.permissions.includes("MANAGE")) return notAllowed;
  if (!isName(name)) return badName;
  found.thing.name = device ? name : storedName(call.store, found.device, name);
  return ok();
}

function serviceIn({ store, account }: Call, id: string) {
  const found = findService(store, account, id);
  return found && { device: found.device, thing: found.service };
}

function deleteService(call: Call): RestAnswer {
  const found = findService(call.store, call.account, text(call, "deviceaddress"));
  if (!found) return noService;
  if (!found.device.permissions.includes("MANAGE")) return notAllowed;
  removeService(call.store, found.device, found.service);
  return ok();
}

/** Does not look at whether the device is active, and knows no other word for an unknown one (api/README.md, S). */
function deleteRegistered({ store, account, path: [id = ""] }: Call): RestAnswer {
  const device = findDevice(account, id);
  if (!device) return noService;
  if (!device.permissions.includes("MANAGE")) return notAllowed;
  removeDevice(store, account, device);
  return store.world["rest-delete"] === "true" ? ok() : no("device not deleted");
}

function transfer(call: Call): RestAnswer {
  const device = findDevice(call.account, call.path[0] ?? "");
  if (!device) return noDevice;
  if (!device.permissions.includes("MANAGE")) return notAllowed;
  const target = accountByEmail(call.store, text(call, "user"));
  if (!target) return no("user not found");
  transferDevice(call.account, target, device);
  return ok();
}

function connect(call: Call): RestAnswer {
  const found = findService(call.store, call.account, text(call, "deviceaddress"));
  if (!found) return noWithCode("0861", "no service for that id");
  if (!found.device.permissions.includes("CONNECT")) return notAllowed;
  const opened = openConnection(call.store, call.account, found.service);
  const facts = { deviceaddress: found.service.id, proxy: urlOf(opened), connectionid: opened.id };
  return ok({ connection: { ...facts, expirationsec: String(LIFETIME) } });
}

function disconnect(call: Call): RestAnswer {
  const found = findService(call.store, call.account, text(call, "deviceaddress"));
  if (!found) return noService;
  return closeConnection(call.store, text(call, "connectionid"), found.service.id) ? ok() : no("no such connection");
}

function setLanguage(call: Call): RestAnswer {
  call.account.language = text(call, "language");
  return ok();
}
