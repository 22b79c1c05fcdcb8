/**
 * What reads an account, loaded by the first function that does: a program that only declares resources starts without it.
 */
export function core() {
  const { checkSettings, readSettings } = require("../provider/client") as typeof import("../provider/client");
  const { RemoteitError } = require("../provider/core/errors") as typeof import("../provider/core/errors");
  const { createContext } = require("../provider/domains") as typeof import("../provider/domains");
  const { toDeviceFilter } = require("../provider/domains/devices/filter") as typeof import("../provider/domains/devices/filter");
  const { call, checked, functions, matchingDevices } =
    require("../provider/domains/functions") as typeof import("../provider/domains/functions");
  return { call, checked, checkSettings, createContext, functions, matchingDevices, readSettings, RemoteitError, toDeviceFilter };
}
