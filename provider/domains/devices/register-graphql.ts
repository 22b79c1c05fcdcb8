import { graphql } from "../../../api/generated";
import { type RequestLabel, type Client, defineMutation } from "../../client";
import { SchemaError } from "../../core/errors";
import { refused } from "../shared/answers";
import { type Context, createOnlyOnce } from "../../lifecycle";
import type { Provision } from "../shared/provision";
import { withDefaults } from "../services/defaults";

// Introspection shows both, and no public client calls them (api/README.md, I): whose project the device belongs to, and what
// a second call does, is unknown.
const RegisterDevice = defineMutation(
  graphql(/* GraphQL */ `
    mutation registerDevice($name: String!, $hardwareId: String!, $manufacturer: Float, $platform: Float) {
      registerDevice(name: $name, hardwareId: $hardwareId, manufacturer: $manufacturer, platform: $platform) {
        id
      }
    }
  `),
  [],
);

const AddServiceByHardwareId = defineMutation(
  graphql(/* GraphQL */ `
    mutation addServiceByHardwareId(
      $hardwareId: String!
      $name: String!
      $application: Int!
      $host: String
      $port: Int
      $enabled: Boolean
    ) {
      addServiceByHardwareId(
        hardwareId: $hardwareId
        name: $name
        application: $application
        host: $host
        port: $port
        enabled: $enabled
      ) {
        id
      }
    }
  `),
  [],
);

/** Looks for what a request may have made, whatever it answered; holds it and tells its id. */
type Find = () => Promise<string | undefined>;

export interface WantedDevice extends Pick<Provision, "manufacturer" | "platform"> {
  name: string;
  hardwareId: string;
}

/**
 * Makes the device through GraphQL, where the endpoint's schema offers that.
 *
 * @returns its id; undefined where the schema has no such thing, and nothing was carried out. No other outcome leaves another
 * way open: then it is an error.
 */
export async function registerDevice(
  context: Context,
  { name, hardwareId, manufacturer, platform }: WantedDevice,
  find: Find,
  about: RequestLabel,
): Promise<string | undefined> {
  if (!(await isOffered(context.client, "registerDevice"))) return undefined;
  const variables = { name, hardwareId, manufacturer, platform };
  const send = async () => (await context.client.graphql(RegisterDevice, variables, { ...about, once: true })).registerDevice;
  // Its id is known by the answer alone: until then a claim would take it for the newcomer that it looks for.
  const thing = `device with hardware id ${hardwareId}`;
  const otherwise = "Or let the machine register itself with a registration command, and leave out provision.";
  const id = await context.mutex.run("claim", () => make(context, { send, find, thing, otherwise, type: "Device" }, about));
  if (id === undefined) return undefined;
  context.log(
    "warning",
    `Device ${about.subject ?? ""}: it was made as ${id} through GraphQL, which tells no secret: deviceSecret stays empty. ` +
      "The device's restore command, in remote.it's application, hands it to an agent.",
  );
  return id;
}

export interface WantedService {
  hardwareId: string;
  name: string;
  application: number;
  host?: string | undefined;
  port?: number | undefined;
  enabled?: boolean | undefined;
}

/** Makes the service of the device with that hardware id through GraphQL; see {@link registerDevice}. */
export async function addServiceByHardwareId(
  context: Context,
  wanted: WantedService,
  find: Find,
  about: RequestLabel,
): Promise<string | undefined> {
  const { client } = context;
  if (!(await isOffered(client, "addServiceByHardwareId"))) return undefined;
  const whole = await withDefaults(context, wanted, about);
  const send = async () =>
    (await client.graphql(AddServiceByHardwareId, { ...whole }, { ...about, once: true })).addServiceByHardwareId;
  const thing = `service "${wanted.name}" of the device with hardware id ${wanted.hardwareId}`;
  return make(context, { send, find, thing, otherwise: "Or add the service on the device itself.", type: "Service" }, about);
}

/** Neither mutation names an account: each acts for the key's own, so another account's device is not made by it. */
export async function isOffered(client: Client, mutation: string): Promise<boolean> {
  const { id, ownId } = await client.account();
  return id === ownId && (await client.supportsMutation(mutation));
}

interface Making {
  type: "Device" | "Service";
  send: () => Promise<{ id: string } | null>;
  find: Find;
  /** As `createOnlyOnce` takes them. */
  thing: string;
  otherwise: string;
}

async function make(context: Context, { send, type, ...making }: Making, about: RequestLabel): Promise<string | undefined> {
  let answered: string | undefined;
  const once = async () => {
    answered = (await send())?.id;
    if (answered === undefined) throw refused(about, `GraphQL was asked to make the ${making.thing}.`);
    return answered;
  };
  try {
    const id = await createOnlyOnce(context, { ...making, make: once });
    if (answered !== undefined) context.ownership.take({ type, id }, about);
    return id;
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}
