import type { RequestLabel } from "../../client";
import { RestError } from "../../core/errors";
import { protect } from "../../core/secrets";
import { deviceCollection, serviceCollection } from "../../inventory";
import { type Context, createOnce } from "../../lifecycle";
import { deviceType, type Provision } from "../shared/provision";

export interface Registration {
  provision: Provision;
  /** The service's application type; a device without it. */
  application?: number;
  name: string;
  /** A device's own; a service names its device by it. */
  hardwareId: string;
}

export interface Registered {
  id: string;
  /** What the agent of a device signs in with; absent where it was not told, or its answer was lost. */
  secret?: string;
}

/**
 * Takes a new address, makes the thing and registers it to the account of the key. An address that was taken and not
 * registered is nothing in the account.
 */
export async function registerByRest(context: Context, wanted: Registration, about: RequestLabel): Promise<Registered> {
  const { client, inventory, ownership } = context;
  const { projectKey, projectSecret } = wanted.provision;
  const devicetype = deviceType(wanted.provision, wanted.application);
  const { deviceaddress: id } = await client.rest("device/address", { projectKey, projectSecret }, about);
  const isDevice = wanted.application === undefined;
  const type = isDevice ? "Device" : "Service";
  const reader = isDevice ? inventory.of(deviceCollection) : inventory.of(serviceCollection);
  ownership.take({ type, id }, about); // from now on, so that nobody who looks for a newcomer takes it
  await client.rest("device/create", { deviceaddress: id, devicetype }, about).catch((error: unknown) => {
    // Nobody else was given the address: an earlier try, whose answer was lost, has created it.
    if (!(error instanceof RestError) || error.reason !== "DuplicateAddress") throw error;
  });
  const input = {
    deviceaddress: id,
    devicetype,
    devicealias: wanted.name,
    hardwareid: wanted.hardwareId,
    // As public clients send them; the secret comes all the same (api/README.md, S).
    skipsecret: "true" as const,
    skipemail: isDevice ? ("false" as const) : ("true" as const),
  };
  const answer = await createOnce<Answer | "lost">(context, {
    make: () => client.rest("device/register", input, { ...about, once: true }),
    find: async () => ((await reader.fresh(id, about)).item ? "lost" : undefined),
  });
  if (!isDevice) return { id };
  const secret = answer === "lost" ? undefined : secretIn(answer);
  if (secret !== undefined) return { id, secret };
  const why = answer === "lost" ? "the answer with its secret was lost" : "remote.it told no secret of it";
  context.log("warning", `Device ${about.subject ?? ""}: it was made as ${id}, but ${why}.`);
  return { id };
}

interface Answer {
  secret?: string | undefined;
  device?: unknown;
}

/** The secret as agents take it, without the colons that it is told with. */
function secretIn({ secret, device }: Answer): string | undefined {
  const told = secret || (device as { secret?: unknown } | undefined)?.secret;
  if (typeof told !== "string" || told === "") return undefined;
  protect(told);
  return protect(told.replaceAll(":", ""));
}
