import type { ClientRequest, IncomingMessage } from "node:http";
import { createVerifier, httpbis } from "http-message-signatures";
import { parseRequest, verifyHMAC } from "http-signature";
import { messageOf } from "./message";
import type { Key } from "./model";
import { now, type Store } from "./store";

/** Seconds that a request's date may be off. */
const TOLERANCE = 300;
const ALGORITHM = "hmac-sha256";

export type Verdict = { key: Key } | { refusal: string };

/** Whether the request is signed by a key of the store, in either scheme, by verifiers that are not ours. */
export async function verify(store: Store, request: IncomingMessage, body: Buffer): Promise<Verdict> {
  const refusal = dateProblem(store, request.headers.date) ?? lengthProblem(request, body);
  if (refusal !== undefined) return { refusal };
  try {
    return request.headers["signature-input"] === undefined
      ? verifyCavage(store, request, body)
      : await verifyRfc9421(store, request);
  } catch (error) {
    return { refusal: `The signature cannot be verified: ${messageOf(error)}` };
  }
}

function dateProblem(store: Store, date: string | undefined): string | undefined {
  if (date === undefined) return "The header Date is missing.";
  const time = new Date(date);
  if (Number.isNaN(time.getTime()) || time.toUTCString() !== date) {
    return `The header Date must be a date in GMT such as "${now(store).toUTCString()}".`;
  }
  const drift = (time.getTime() - now(store).getTime()) / 1000;
  if (Math.abs(drift) <= TOLERANCE) return undefined;
  return `The header Date is ${Math.round(Math.abs(drift))} s ${drift < 0 ? "behind" : "ahead of"} this server's clock; at most ${TOLERANCE} s are allowed.`;
}

function lengthProblem(request: IncomingMessage, body: Buffer): string | undefined {
  if (body.length === 0 || request.headers["content-length"] === String(body.length)) return undefined;
  return `The header Content-Length must be the number of bytes in the body, ${body.length}.`;
}

function verifyCavage(store: Store, request: IncomingMessage, body: Buffer): Verdict {
  const content = body.length > 0 ? ["content-type", "content-length"] : [];
  const parsed = parseRequest(request as unknown as ClientRequest, {
    headers: ["(request-target)", "host", "date", ...content],
    algorithms: [ALGORITHM],
    // The date has been checked against the sandbox's clock: the library's own check is by this machine's.
    clockSkew: Number.MAX_SAFE_INTEGER,
  });
  const key = store.keys.get(parsed.params.keyId);
  if (!key?.enabled) return refusedKey;
  // The library takes bytes as well; its types do not say so.
  const secret = Buffer.from(key.secret, "base64") as unknown as string;
  return verifyHMAC(parsed, secret) ? { key } : mismatch;
}

async function verifyRfc9421(store: Store, request: IncomingMessage): Promise<Verdict> {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  if (!headers["signature-input"]?.startsWith("remoteit=")) return { refusal: 'The signature\'s label must be "remoteit".' };
  const asked: (Key | undefined)[] = [];
  const valid = await httpbis.verifyMessage(
    {
      requiredFields: ["@method", "@authority", "@target-uri", "date"],
      requiredParams: ["keyid"],
      // `created` is by the client's clock, which has just been compared with the sandbox's own.
      tolerance: TOLERANCE + Math.abs(store.clockOffset),
      keyLookup: ({ keyid }) => {
        const key = store.keys.get(String(keyid));
        asked.push(key);
        return Promise.resolve(key?.enabled ? verifierOf(key) : null);
      },
    },
    { method: request.method ?? "", url: `http://${request.headers.host ?? ""}${request.url ?? ""}`, headers },
  );
  const [key, ...others] = asked;
  if (others.length > 0) return { refusal: "There must be one signature." };
  if (!key?.enabled) return refusedKey;
  return valid === true ? { key } : mismatch;
}

const verifierOf = (key: Key) => ({
  id: key.id,
  algs: [ALGORITHM],
  verify: createVerifier(Buffer.from(key.secret, "base64"), ALGORITHM),
});

const refusedKey: Verdict = { refusal: "The access key is unknown or disabled." };
const mismatch: Verdict = { refusal: "The signature does not match the request." };
