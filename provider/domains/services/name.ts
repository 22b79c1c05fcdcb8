import type { Hints } from "../../core/field";

/** What stands between the name of a device and that of its service, where the account stores both as one (A). */
const SEPARATORS = "- _";

/**
 * Whether two names of a service are one. remote.it may store a name as it was sent, or with the device's before it, and its
 * app shows both without (A): so `pump - ssh` and `ssh` are one on the device that is called pump now. One that still begins
 * with what the device was called before is another: nobody can tell such a name from one that somebody has chosen.
 */
export function sameServiceName(one: unknown, other: unknown, { deviceName }: Hints): boolean {
  if (one === other) return true;
  if (typeof one !== "string" || typeof other !== "string" || typeof deviceName !== "string") return false;
  const forms = formsOf(one, deviceName);
  return formsOf(other, deviceName).some((form) => forms.includes(form));
}

/** The name without that of the device before it, where it stands there. */
export function ownServiceName(name: string, deviceName: string | null): string {
  return formsOf(name, deviceName ?? "").at(-1) ?? name;
}

const separator = new RegExp(`[${SEPARATORS}]`);

/** The end that names of a service share where they may be one, whatever their device is called. */
export function serviceNameEnd(name: string): string {
  return name.split(separator).at(-1) ?? name;
}

/** The name, and what is left of it without the device's. */
function formsOf(name: string, deviceName: string): string[] {
  // Most names have none, and an expression for each device is dear: drift and fleets compare those of whole accounts.
  if (deviceName === "" || !separator.test(name)) return [name];
  const prefix = deviceName.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const own = name.replace(new RegExp(`^${prefix}[${SEPARATORS}]+`, "iu"), "");
  return own === "" || own === name ? [name] : [name, own];
}
