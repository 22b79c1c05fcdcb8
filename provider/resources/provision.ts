import type { z } from "zod";
import type { About } from "../client";
import { protect } from "../core/secrets";
import type { Context } from "./context";
import { hold } from "./hold";
import { makeOnce } from "./once";
import { map, text, wholeNumber } from "./text";

/** A bulk project's credentials: REST makes a new address for whoever has them. */
export const provisionMap = () =>
  map({
    projectKey: text(),
    projectSecret: text(),
    manufacturer: wholeNumber(0, 65_535, "the manufacturer's number").default(0),
    platform: wholeNumber(0, 65_535, "the platform's number, as getPlatformTypes of the API lists them").default(0),
  }).meta({ title: "Provision" });

export type Provision = z.output<ReturnType<typeof provisionMap>>;

/** The bulk device's application type, and the mark that says so in bytes 10 and 11 of its device type. */
const BULK_DEVICE = { application: 35, mark: 40 };

/** Device types are bytes in hexadecimal: application in 0–1, manufacturer in 2–3, platform in 8–9. Source: the REST notes. */
export function deviceType(provision: Provision, application?: number): string {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(application ?? BULK_DEVICE.application, 0);
  bytes.writeUInt16BE(provision.manufacturer, 2);
  bytes.writeUInt16BE(provision.platform, 8);
  if (application === undefined) bytes.writeUInt16BE(BULK_DEVICE.mark, 10);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(":");
}

export interface Registration {
  provision: Provision;
  /** The service's application type; a device without it. */
  application?: number;
  name: string;
  /** A device's own; a service names its device by it. */
  hardwareId: string;
}

/**
 * Takes a new address, makes the thing and registers it to the account of the key. An address that was taken and not
 * registered is nothing in the account.
 *
 * @returns the new address and, for a device, the secret that its agent signs in with, unless the answer was lost.
 */
export async function register(context: Context, wanted: Registration, about: About): Promise<{ id: string; secret?: string }> {
  const { client, inventory } = context;
  const { projectKey, projectSecret } = wanted.provision;
  protect(projectSecret);
  const type = deviceType(wanted.provision, wanted.application);
  const { deviceaddress: id } = await client.rest("device/address", { projectKey, projectSecret }, about);
  hold(context, id, about); // from now on, so that nobody who looks for a newcomer takes it
  await client.rest("device/create", { deviceaddress: id, devicetype: type }, about);
  const isDevice = wanted.application === undefined;
  const input = {
    deviceaddress: id,
    devicetype: type,
    devicealias: wanted.name,
    hardwareid: wanted.hardwareId,
    skipsecret: isDevice ? ("false" as const) : ("true" as const),
    skipemail: "true" as const,
  };
  const { secret } = await makeOnce<{ secret?: string | undefined }>(context, {
    make: () => client.rest("device/register", input, { ...about, once: true }),
    find: async () => ((await inventory[isDevice ? "device" : "service"](id, about)).item ? {} : undefined),
  });
  if (secret !== undefined) protect(secret);
  else if (isDevice)
    context.log("warning", `Device ${about.subject ?? ""}: it was made as ${id}, but the answer with its secret was lost.`);
  return { id, ...(secret !== undefined && { secret }) };
}
