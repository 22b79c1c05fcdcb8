import { addressesOf, createReadOnlyClient, type Settings } from "../../provider/client";
import { AuthenticationError } from "../../provider/core/errors";
import { fact, probe } from "../probe";

type Scheme = "cavage" | "rfc9421";

/** Whether requests that are signed by this scheme alone pass. @throws RemoteitError where it is not the signature that is refused. */
async function isTaken(settings: Settings, signature: Scheme): Promise<boolean> {
  try {
    await createReadOnlyClient({ ...settings, signature }).account();
    return true;
  } catch (error) {
    if (error instanceof AuthenticationError) return false;
    throw error;
  }
}

const signature = probe("signature", {
  otherwise: {
    cavage: "Nothing with remoteit:signature auto, which is the default, or cavage. With rfc9421 every request is refused.",
    rfc9421: "Nothing with remoteit:signature auto, which is the default, or rfc9421. With cavage every request is refused.",
  },
  evidence: "D 2023-09, C 2024-07, P 2026-08 (HTTP Signatures); S 2026-07 (RFC 9421)",
  leansOn: ["provider/client/sign.ts", "provider/client/signing.ts"],
  way: "reading",
  ask: async ({ settings }) => {
    const [one, other] = [await isTaken(settings, "cavage"), await isTaken(settings, "rfc9421")];
    if (one && other) return { answer: "both" };
    if (one) return { answer: "cavage" };
    return other ? { answer: "rfc9421" } : { unknown: "neither was taken" };
  },
});

/** A form that is right, of a key that there is not. */
const BAD_SIGNATURE =
  'Signature keyId="pulumi-remoteit-conformance",algorithm="hmac-sha256",headers="(request-target) host date",signature="AAAA"';

const signatureRefusal = probe("signature-refusal", {
  otherwise: { "403": "Nothing: both are taken for a refused signature." },
  evidence: "unknown; 403 for a wrong key (P 2023-04)",
  leansOn: ["provider/client/classify.ts", "provider/client/transport.ts"],
  way: "reading",
  ask: async ({ bare, settings }) => {
    const { url } = addressesOf(settings).graphql;
    const { status } = await bare("POST", url, { authorization: BAD_SIGNATURE, date: new Date().toUTCString() });
    if (status === 401 || status === 403) return { answer: `${status}` };
    return { unknown: `HTTP ${status} was answered` };
  },
});

const clock = fact({
  name: "clock",
  question: "Does remote.it tell its time in the header Date?",
  assumed: ["told", "yes"],
  others: [
    [
      "untold",
      "no",
      "A clock of this machine that is wrong cannot be put right, and every signature is refused: keep it right (NTP).",
    ],
  ],
  evidence: "inferred",
  leansOn: ["provider/client/clock.ts", "provider/client/transport.ts"],
  way: "reading",
  ask: async ({ clockOffset }) => ({ answer: (await clockOffset()) === undefined ? "untold" : "told" }),
});

const late = fact({
  name: "carried-out-late",
  question: "May a request still be carried out after its answer was HTTP 500, 502 or 503, or its line was cut?",
  assumed: ["no", "no; after a time-out of ours and HTTP 504, yes"],
  evidence: "unknown",
  leansOn: ["provider/client/classify.ts"],
  way: "elsewhere",
  notAsked: "it would take an outage",
});

const rate = fact({
  name: "rate",
  question: "How many requests a second are allowed, and does a refusal (HTTP 429) say how long to wait?",
  assumed: ["unknown", "some: a 429 halves the pace, and Retry-After counts where it is there"],
  evidence: "D (clients that poll are throttled), number unknown",
  leansOn: ["provider/client/rate-limit.ts", "provider/client/retry.ts", "provider/lifecycle/poll.ts"],
  way: "elsewhere",
  notAsked: "asking would be what it forbids",
});

const alphabets = fact({
  name: "key-alphabet",
  question: "In which base64 are secrets of keys written?",
  assumed: ["both", "in either alphabet"],
  evidence: "P 2026-01",
  leansOn: ["provider/client/settings/table.ts"],
  way: "elsewhere",
  notAsked: "a key shows its own alone",
});

export const requestProbes = [signature, signatureRefusal, clock, late, rate, alphabets];
