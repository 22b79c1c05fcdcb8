import { fact, probe } from "../probe";

const NOT_ASKED = "trials write to one device, and make no network in the account";

const names = probe("network-names", {
  otherwise: { refused: "Nothing: a Network of a name that is taken adopts the network, or says which one has it." },
  evidence: "unknown",
  leansOn: ["provider/domains/networks/network.ts"],
  way: "elsewhere",
  notAsked: NOT_ASKED,
});

const unknown = probe("network-unknown", {
  otherwise: { null: "Nothing: after a refusal the network itself is looked for." },
  evidence: "inferred (I: `network(id)` is not null)",
  leansOn: ["provider/domains/networks/network.ts", "provider/domains/networks/own-network.ts"],
  way: "elsewhere",
  notAsked: NOT_ASKED,
});

const clear = probe("connection-clear", {
  otherwise: {
    null: "Nothing: both are sent with each call.",
    empty: "Nothing: what null has not cleared is cleared by an empty value.",
    nothing: "The port or the name of a NetworkConnection cannot be taken away: replace the resource.",
  },
  evidence: "inferred (A: the app calls it `set`)",
  leansOn: ["provider/domains/networks/set-connection.ts"],
  way: "elsewhere",
  notAsked: NOT_ASKED,
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
