import * as pulumi from "@pulumi/pulumi";
import { readSettings, type Log } from "../provider/client";
import * as account from "../provider/functions/account";
import * as devices from "../provider/functions/devices";
import * as registration from "../provider/functions/registration";
import type { DeviceFilter } from "../provider/inventory";
import { createContext, type Context } from "../provider/resources";

/**
 * Reads one device.
 *
 * @param id - The device's id: eight pairs of hexadecimal digits.
 * @throws NotFoundError where the account has no such device.
 */
export const getDevice = (id: string) => devices.getDevice(context(), id);

/**
 * Reads the devices of the account, 1,000 a page, as the loop asks for them:
 *
 * ```ts
 * for await (const device of getDevices({ state: "active" })) console.log(device.name);
 * const all = await Array.fromAsync(getDevices());
 * ```
 *
 * @param filter - What remote.it filters by. Default: every device.
 */
export const getDevices = (filter: DeviceFilter = {}) => devices.getDevices(context(), filter);

/**
 * Reads the services of one device.
 *
 * @param deviceId - The device's id.
 * @throws NotFoundError where the account has no such device.
 */
export const getServices = (deviceId: string) => devices.getServices(context(), deviceId);

/** Lists the application types that remote.it knows, with the numbers that `application` of a Service takes. */
export const getApplicationTypes = () => account.getApplicationTypes(context());

/** Tells the account that the configured access key speaks for. */
export const getAccount = () => account.getAccount(context());

/**
 * Gives the command that registers a machine to the account when it is run there, as a secret: it holds the registration
 * code.
 *
 * @param args - What the machine becomes. The same values give the same command, unless `unique` is set.
 */
export function registrationCommand(args: registration.RegistrationArgs = {}): pulumi.Output<string> {
  return pulumi.secret(registration.registrationCommand(context(), args));
}

/** One for each configuration: a process may run the programs of several stacks. */
const contexts = new Map<string, Context>();

function context(): Context {
  const config = new pulumi.Config("remoteit");
  const settings = readSettings({ config: (key) => config.get(key) });
  const key = JSON.stringify(settings);
  const known = contexts.get(key) ?? createContext(settings, log);
  contexts.set(key, known);
  return known;
}

const log: Log = (level, message) => {
  void (level === "warning" ? pulumi.log.warn(message) : pulumi.log.info(message));
};
