import { accountByEmail } from "../../accounts";
import { findDevice, findService } from "../../find";
import { isName } from "../../names";
import { may } from "../../permissions";
import { badName, no, noDevice, noService, notAllowed, ok, text, type RestCall } from "../../rest";
import { storedName } from "../services/rows";
import { removeDevice, transferDevice } from "./rows";

/** Of a device or a service. */
export const rename: RestCall = (call) => {
  const [id, name] = [text(call, "deviceaddress"), text(call, "devicealias")];
  const service = findService(call.store, call.account, id);
  const device = findDevice(call.account, id) ?? service?.device;
  if (!device) return noDevice;
  if (!may(call, { account: call.account, device }, "MANAGE")) return notAllowed;
  if (!isName(name)) return badName;
  if (service) service.service.name = storedName(call.store, device, name);
  else device.name = name;
  return ok();
};

/** Does not look at whether the device is active, and knows no other word for an unknown one (api/README.md, S). */
export const deleteRegistered: RestCall = (call) => {
  const { store, account } = call;
  const device = findDevice(account, call.path[0] ?? "");
  if (!device) return noService;
  if (!may(call, { account, device }, "MANAGE")) return notAllowed;
  removeDevice(store, account, device);
  return store.world["rest-delete"] === "true" ? ok() : no("device not deleted");
};

export const transferOne: RestCall = (call) => {
  const device = findDevice(call.account, call.path[0] ?? "");
  if (!device) return noDevice;
  if (!may(call, { account: call.account, device }, "MANAGE")) return notAllowed;
  const target = accountByEmail(call.store, text(call, "user"));
  if (!target) return no("user not found");
  transferDevice(call.account, target, device);
  return ok();
};
