import { accountIn } from "../../provider/client";
import { call, functions } from "../../provider/domains/functions";
import { applicationName } from "../../provider/domains/services/applications";
import type { Asking } from "../asking";
import { graphql } from "../generated";
import { fact, type Found, probe } from "../probe";
import { isRefusal } from "../refusal";
import { has } from "../schema/coordinates";
import { doneWithout } from "../schema/differences";
import { perTrial } from "../per-trial";
import { NAME } from "../name";
import type { Send, Trial } from "../trial";
import { isTrialName } from "../trial-device";

/** Minecraft: a type with a usual port, at which hardly anything listens. */
const APPLICATION = 41;

const AddService = graphql(/* GraphQL */ `
  mutation conformanceAddService($deviceId: String!, $name: String, $application: Int) {
    addService(deviceId: $deviceId, name: $name, application: $application) {
      id
    }
  }
`);

const AddByHardwareId = graphql(/* GraphQL */ `
  mutation conformanceAddServiceByHardwareId($hardwareId: String!, $name: String, $application: Int) {
    addServiceByHardwareId(hardwareId: $hardwareId, name: $name, application: $application) {
      id
    }
  }
`);

const RemoveService = graphql(/* GraphQL */ `
  mutation conformanceRemoveService($id: ID!) {
    removeService(id: $id)
  }
`);

const ReadServices = graphql(/* GraphQL */ `
  query conformanceServices($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        device(id: $ids) {
          services {
            id
            name
            host
            port
            enabled
          }
        }
      }
    }
  }
`);

interface Service {
  id: string;
  name: string | null;
  host: string | null;
  port: number | null;
  enabled: boolean;
}

/** Those that trials made on the device. */
async function ours({ client }: Asking, { device }: Trial, send: Send): Promise<Service[]> {
  const about = { what: "Reading the services of the trials' device" };
  const { accountId } = client.settings;
  const [found] = accountIn(await send(ReadServices, { accountId, ids: [device.id] }, about), client, about).device ?? [];
  return (found?.services ?? []).filter(({ name }) => isTrialName(name));
}

/** Announces services of the trials' name, before one is made. */
function willMake(asking: Asking, trial: Trial): void {
  trial.changes({
    what: `a service ${NAME} of the device`,
    byHand: "Remove it from the device in https://app.remote.it.",
    isPutBack: async (send) => (await ours(asking, trial, send)).length === 0,
    putBack: async (send) => {
      for (const { id } of await ours(asking, trial, send))
        await send(RemoveService, { id }, { what: "Remove the service of the trials" });
    },
  });
}

interface Making {
  /** The first service as it was read back; undefined where it was not made, or not found. */
  made: Service | undefined;
  /** Whether a second one of the same name was made. */
  isTwinTaken: boolean;
}

/** The id of a new service of the trials' device, which is removed again with all that was made of it; undefined where it is refused. */
export async function addTrialService(asking: Asking, trial: Trial): Promise<string | undefined> {
  willMake(asking, trial);
  return add(trial);
}

async function add(trial: Trial): Promise<string | undefined> {
  const about = { what: "Adding a service to the trials' device" };
  const variables = { deviceId: trial.device.id, name: NAME, application: APPLICATION };
  try {
    return (await trial.send(AddService, variables, about)).addService?.id;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

const serviceTrial = perTrial(async (asking, trial): Promise<Making | undefined> => {
  const id = await addTrialService(asking, trial);
  if (id === undefined) return undefined;
  const made = (await ours(asking, trial, trial.send)).find((one) => one.id === id);
  return { made, isTwinTaken: (await add(trial)) !== undefined };
});

async function fromTrial<A extends string>(asking: Asking, judge: (making: Making) => Found<A>): Promise<Found<A>> {
  const { trial } = asking;
  if (!trial) return { needs: "write" };
  if (!trial.device.configurable) return { unknown: "the device takes no services through GraphQL (configurable is false)" };
  const making = await serviceTrial(asking, trial);
  return making ? judge(making) : { unknown: "remote.it refused to add a service to the device" };
}

const notFound = { unknown: "the new service was not among those of the device" };

const names = probe("service-names", {
  otherwise: { prefixed: "Nothing: a name that begins with the device's is compared without it." },
  evidence: "unknown; the app takes a prefix off to show it (A)",
  leansOn: ["provider/domains/services/name.ts"],
  way: "writing",
  ask: (asking) => fromTrial(asking, ({ made }) => (made ? { answer: made.name === NAME ? "plain" : "prefixed" } : notFound)),
});

const defaults = probe("service-defaults", {
  otherwise: { empty: "Nothing: host, port and enabled are always sent." },
  evidence: "unknown; the app sends all of them (A)",
  leansOn: ["provider/domains/services/defaults.ts"],
  way: "writing",
  ask: (asking) =>
    fromTrial(asking, ({ made }) => {
      if (!made) return notFound;
      const { host, port, enabled } = made;
      if (host === null && port === null && !enabled) return { answer: "empty" };
      if (host === "127.0.0.1" && port === 25_565 && enabled) return { answer: "filled" };
      return { unknown: "it filled in something else" };
    }),
});

const twins = probe("service-twins", {
  otherwise: { refused: "A Service with the name of another of its device cannot be made: give it another name." },
  evidence: "unknown",
  leansOn: ["provider/domains/services/create.ts"],
  way: "writing",
  ask: (asking) => fromTrial(asking, ({ isTwinTaken }) => ({ answer: isTwinTaken ? "allowed" : "refused" })),
});

/** Types of the public material, beside those that have a name here: the device itself, several ports, older web types, an unnamed one. */
const alsoKnown = [10, 30, 33, 35, 40, 44, 45, 46, 47, 48, 49, 66, 32_772];

const types = probe("application-types", {
  otherwise: { newer: "Nothing: a Service takes what the account's own list names, and any number." },
  evidence: "A",
  leansOn: ["provider/domains/services/applications.ts", "provider/domains/services/application-types.ts"],
  way: "reading",
  ask: async ({ context }) => {
    const { applicationTypes } = await call(functions.getApplicationTypes, context, {});
    const newer = applicationTypes.filter(({ id }) => typeof applicationName(id) === "number" && !alsoKnown.includes(id));
    if (newer.length === 0) return { answer: "known" };
    return { answer: "newer", details: newer.map(({ id, name }) => `${name} (${id})`) };
  },
});

const removable = fact({
  name: "remove-in-use",
  question: "Can a service be removed while it is in use?",
  assumed: ["yes", "yes"],
  evidence: "D",
  leansOn: ["provider/domains/services/delete.ts"],
  way: "elsewhere",
  notAsked: "it would cut somebody's connection",
});

const byHardwareId = probe("register-device", {
  otherwise: {
    offered: "`provision` makes things through GraphQL, which tells no secret: `deviceSecret` stays empty.",
    refused: "`provision` fails: leave it out, and let machines register themselves.",
  },
  evidence: "I 2024-09; no public client calls them",
  leansOn: ["provider/domains/devices/register-graphql.ts"],
  way: "introspection or writing",
  ask: async (asking) => {
    const schema = await asking.schema();
    if (!doneWithout["register-device"].every((coordinate) => has(schema, coordinate))) return { answer: "missing" };
    const { trial } = asking;
    if (!trial) return { needs: "write" };
    const { hardwareId } = trial.device;
    if (hardwareId === undefined) return { unknown: "the device tells no hardware id" };
    willMake(asking, trial);
    try {
      const variables = { hardwareId, name: NAME, application: APPLICATION };
      await trial.send(AddByHardwareId, variables, { what: "Adding a service by the hardware id of its device" });
    } catch (error) {
      if (isRefusal(error)) return { answer: "refused" };
      throw error;
    }
    return { answer: (await ours(asking, trial, trial.send)).length > 0 ? "offered" : "refused" };
  },
});

const configurable = fact({
  name: "configurable",
  question: "Which devices take services through GraphQL?",
  assumed: ["configurable", "those that are `configurable`; to the others REST adds them"],
  evidence: "D, A",
  leansOn: ["provider/domains/services/create.ts", "provider/domains/services/update.ts"],
  way: "elsewhere",
  notAsked: "the named device may be of one sort alone",
});

export const serviceProbes = [types, names, defaults, twins, configurable, removable, byHardwareId];
