import { accountIn } from "../../provider/client";
import type { Asking } from "../asking";
import { graphql } from "../generated";
import { NAME } from "../name";
import { perTrial } from "../per-trial";
import { fact, type Found, probe } from "../probe";
import { isRefusal } from "../refusal";
import type { Send, Trial } from "../trial";
import { isTrialName } from "../trial-device";

const NOT_ASKED = "it would take a service that is deleted while a network connects to it";

const ReadNetworks = graphql(/* GraphQL */ `
  query conformanceNetworks($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        networks {
          id
          name
          connections {
            name
            port
          }
        }
        device(id: $ids) {
          services {
            id
          }
        }
      }
    }
  }
`);

const CreateNetwork = graphql(/* GraphQL */ `
  mutation conformanceAddNetwork($name: String!, $accountId: String) {
    createNetwork(name: $name, accountId: $accountId) {
      id
    }
  }
`);

const RenameNetwork = graphql(/* GraphQL */ `
  mutation conformanceRenameNetwork($id: String!, $name: String!) {
    updateNetwork(id: $id, name: $name) {
      id
    }
  }
`);

const SetConnection = graphql(/* GraphQL */ `
  mutation conformanceSetNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {
    addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port)
  }
`);

const DeleteNetwork = graphql(/* GraphQL */ `
  mutation conformanceDeleteNetwork($id: String!) {
    deleteNetwork(id: $id)
  }
`);

async function read({ client, settings }: Asking, { device }: Trial, send: Send) {
  const about = { what: "Reading the networks of the trials" };
  const data = await send(ReadNetworks, { accountId: settings.accountId, ids: [device.id] }, about);
  const { networks, device: found } = accountIn(data, client, about);
  return { ours: networks.filter(({ name }) => isTrialName(name)), serviceId: found?.[0]?.services[0]?.id };
}

/** What a change answers; "refused" where it is one. */
async function answerOf<T>(sent: Promise<T>): Promise<T | "refused"> {
  try {
    return await sent;
  } catch (error) {
    if (isRefusal(error)) return "refused";
    throw error;
  }
}

interface Making {
  /** Whether a second network of the same name was made. */
  isTwinTaken: boolean;
  /** What has cleared name and port of a connection; undefined where none was made. */
  clearedBy: "left-out" | "null" | "empty" | "nothing" | undefined;
}

/** A network that nobody is let into, a second one of its name, and in the first one a service of the device. */
const networkTrial = perTrial(async (asking, trial): Promise<Making | undefined> => {
  const about = { what: "Making a network for the trials" };
  trial.changes({
    what: `the network ${NAME} of the account, or two of them`,
    byHand: "Delete it among the networks in https://app.remote.it.",
    isPutBack: async (send) => (await read(asking, trial, send)).ours.length === 0,
    putBack: async (send) => {
      for (const { id } of (await read(asking, trial, send)).ours) await send(DeleteNetwork, { id }, about);
    },
  });
  const make = async () => {
    const made = await answerOf(trial.send(CreateNetwork, { name: NAME, accountId: asking.settings.accountId }, about));
    return made === "refused" ? undefined : made.createNetwork?.id;
  };
  const networkId = await make();
  if (networkId === undefined) return undefined;
  const { serviceId } = await read(asking, trial, trial.send);
  const clearedBy = serviceId === undefined ? undefined : await whatClears(asking, trial, { networkId, serviceId });
  return { isTwinTaken: (await make()) !== undefined, clearedBy };
});

/** Ways of clearing, as remote.it may take them, from what a client sends most readily. */
const ways = [
  ["left-out", {}],
  ["null", { name: null, port: null }],
  ["empty", { name: "", port: 0 }],
] as const;

async function whatClears(
  asking: Asking,
  trial: Trial,
  connection: { networkId: string; serviceId: string },
): Promise<Making["clearedBy"]> {
  const about = { what: "Setting a connection of the trials" };
  const set = (facts: object) => answerOf(trial.send(SetConnection, { ...connection, ...facts }, about));
  const held = async () => {
    const { ours } = await read(asking, trial, trial.send);
    return ours.find(({ id }) => id === connection.networkId)?.connections[0];
  };
  await set({ name: NAME, port: 50_000 });
  const before = await held();
  if (before?.name !== NAME || before.port !== 50_000) return undefined;
  for (const [way, facts] of ways) {
    await set(facts);
    const now = await held();
    if (now && !now.name && !now.port) return way;
  }
  return "nothing";
}

async function fromTrial<A extends string>(asking: Asking, judge: (making: Making) => Found<A>): Promise<Found<A>> {
  if (!asking.trial) return { needs: "write" };
  const making = await networkTrial(asking, asking.trial);
  return making ? judge(making) : { unknown: "remote.it refused to make a network" };
}

const names = probe("network-names", {
  otherwise: { refused: "Nothing: a Network of a name that is taken adopts the network, or says which one has it." },
  evidence: "unknown",
  leansOn: ["provider/domains/networks/network.ts"],
  way: "writing",
  ask: (asking) => fromTrial(asking, ({ isTwinTaken }) => ({ answer: isTwinTaken ? "allowed" : "refused" })),
});

const unknown = probe("network-unknown", {
  otherwise: { null: "Nothing: after a refusal the network itself is looked for." },
  evidence: "inferred (I: `network(id)` is not null)",
  leansOn: ["provider/domains/networks/network.ts", "provider/domains/networks/own-network.ts"],
  way: "writing",
  ask: async ({ trial }) => {
    if (!trial) return { needs: "write" };
    const about = { what: "Renaming a network that there is not" };
    const answer = await answerOf(trial.send(RenameNetwork, { id: NAME, name: NAME }, about));
    if (answer === "refused") return { answer: "error" };
    return answer.updateNetwork === null ? { answer: "null" } : { unknown: "remote.it found a network of a made-up id" };
  },
});

const clear = probe("connection-clear", {
  otherwise: {
    null: "Nothing: both are sent with each call.",
    empty: "Nothing: what null has not cleared is cleared by an empty value.",
    nothing: "The port or the name of a NetworkConnection cannot be taken away: replace the resource.",
  },
  evidence: "inferred (A: the app calls it `set`)",
  leansOn: ["provider/domains/networks/set-connection.ts"],
  way: "writing",
  ask: (asking) =>
    fromTrial(asking, ({ clearedBy }) =>
      clearedBy === undefined ? { unknown: "no service of the device could be put in a network" } : { answer: clearedBy },
    ),
});

const gone = fact({
  name: "connection-service",
  question: "What becomes of a network's connection whose service is deleted?",
  assumed: ["gone", "it is gone as well"],
  evidence: "inferred (I: the service of a connection is never null)",
  leansOn: ["provider/domains/networks/network-connection.ts"],
  way: "elsewhere",
  notAsked: NOT_ASKED,
});

const email = probe("unknown-email", {
  otherwise: { invited: "Nothing: who is invited shows as a guest." },
  evidence: "unknown",
  leansOn: ["provider/domains/networks/network-share.ts"],
  way: "elsewhere",
  notAsked: "it might write to somebody",
});

const emailCase = probe("email-case", {
  otherwise: {
    other: "Nothing: an address is sent as the program writes it; of two resources that differ by its case alone, declare one.",
  },
  evidence: "inferred",
  leansOn: ["provider/domains/networks/network-share.ts"],
  way: "elsewhere",
  notAsked: "it would share something with somebody",
});

export const networkProbes = [names, unknown, clear, gone, email, emailCase];
