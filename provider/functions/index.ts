import { getAccount, getApplicationTypes } from "./account";
import { getDevice, getDevices } from "./devices";
import { getEvents } from "./events";
import { getRegistrationCommand } from "./registration";
import { getService, getServices } from "./services";

/** Everything that programs read, by the name that it has in them. */
export const functions = {
  getDevice,
  getDevices,
  getService,
  getServices,
  getApplicationTypes,
  getAccount,
  getRegistrationCommand,
  getEvents,
};

export { call, checkArguments, checked, type Reading } from "./define";
export { matchingDevices } from "./devices";
