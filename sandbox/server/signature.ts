import { createHash } from "node:crypto";
import type { ClientRequest, IncomingMessage } from "node:http";
import { createVerifier, httpbis } from "http-message-signatures";
import { parseRequest, verifyHMAC } from "http-signature";
import { messageOf } from "../message";
import type { Key } from "../accounts";
import { now, type Store } from "../store";

/** Seconds that a request's date may be off. */
const TOLERANCE = 300;
const ALGORITHM = "hmac-sha256";

export type Verdict = { key: Key } | { refusal: string };

/** Whether the request is signed by a key of the store, in a scheme of its world, by verifiers that are not ours. */
export async function verify(store: Store, request: IncomingMessage, body: Buffer, isRest: boolean): Promise<Verdict> {
  const scheme = request.headers["signature-input"] === undefined ? "cavage" : "rfc9421";
  const refusal =
    dateProblem(store, request.headers.date) ?? digestProblem(request.headers, body) ?? schemeProblem(store, scheme);
  if (refusal !== undefined) return { refusal };
  try {
    return scheme === "cavage" ? verifyCavage(store, request, body, isRest) : await verifyRfc9421(store, request);
  } catch (error) {
    return { refusal: `The signature cannot be verified: ${messageOf(error)}` };
  }
}

function dateProblem(store: Store, date: string | undefined): string | undefined {
  if (date === undefined) return "The header Date is missing.";
  const time = new Date(date);
  // `date -u` of a shell, in the docs' sample, writes UTC.
  if (Number.isNaN(time.getTime()) || time.toUTCString() !== date.replace(/UTC$/, "GMT")) {
    return `The header Date must be a date in GMT such as "${now(store).toUTCString()}".`;
  }
  const drift = (time.getTime() - now(store).getTime()) / 1000;
  if (Math.abs(drift) <= TOLERANCE) return undefined;
  return `The header Date is ${Math.round(Math.abs(drift))} s ${drift < 0 ? "behind" : "ahead of"} this server's clock; at most ${TOLERANCE} s are allowed.`;
}

function schemeProblem({ world }: Store, scheme: "cavage" | "rfc9421"): string | undefined {
  if (world.signature === "both" || world.signature === scheme) return undefined;
  return scheme === "cavage" ? "HTTP Signatures (draft-cavage) are not taken." : "Signatures of RFC 9421 are not taken.";
}

/** A digest that is given must be the body's, in the form of either scheme: `SHA-256=…` or `sha-256=:…:`. */
function digestProblem(headers: IncomingMessage["headers"], body: Buffer): string | undefined {
  for (const name of ["digest", "content-digest"] as const) {
    const value = headers[name];
    if (value === undefined) continue;
    const given = [...String(value).matchAll(/\bsha-(256|512)=:?([A-Za-z0-9+/]+=*)/gi)];
    const isBodys = ([, bits, digest]: RegExpExecArray) => createHash(`sha${bits}`).update(body).digest("base64") === digest;
    if (given.length === 0 || !given.every(isBodys)) return `The header ${name} is not the SHA-256 or SHA-512 of the body.`;
  }
  return undefined;
}

/** The lists of signed headers that are seen in use (api/README.md, D, C, P): each of them is enough, whatever else is signed. */
function listsFor(hasBody: boolean, isRest: boolean): string[][] {
  const target = ["(request-target)", "host", "date"];
  if (!hasBody) return isRest ? [target, ["date"]] : [target];
  return isRest
    ? [
        [...target, "content-type"],
        ["date", "digest"],
      ]
    : [[...target, "content-type"]];
}

/**
 * What a client may have signed as the host. remote.it has no port in its address; the sandbox has, and public clients are not
 * prepared for one: Postman's script signs the host without it (api/README.md, C), Insomnia's plugin signs it and sends a header
 * without it (S).
 */
function hostsOf({ headers: { host = "" }, socket }: IncomingMessage): string[] {
  const name = host.replace(/:\d+$/, "");
  return [...new Set([host, name, `${name}:${socket.localPort ?? ""}`])];
}

function verifyCavage(store: Store, request: IncomingMessage, body: Buffer, isRest: boolean): Verdict {
  const { method, url, httpVersion, headers } = request;
  const parsedFor = (host: string | undefined) =>
    parseRequest({ method, url, httpVersion, headers: { ...headers, host } } as unknown as ClientRequest, {
      headers: [],
      algorithms: [ALGORITHM],
      // The date has been checked against the sandbox's clock: the library's own check is by this machine's.
      clockSkew: Number.MAX_SAFE_INTEGER,
    });
  const { params } = parsedFor(headers.host);
  const lists = listsFor(body.length > 0, isRest);
  if (!lists.some((list) => list.every((name) => params.headers.includes(name)))) {
    const shown = lists.map((list) => list.join(" ")).join(", or ");
    return { refusal: `The signature must cover ${shown}; it covers ${params.headers.join(" ")}.` };
  }
  const key = store.keys.get(params.keyId);
  if (!key?.enabled) return refusedKey;
  // The library takes bytes as well; its types do not say so.
  const secret = Buffer.from(key.secret, "base64") as unknown as string;
  // Python's requests_http_signature 0.2, in use in public clients (P), adds the port to a host that has it already.
  const hosts = [...hostsOf(request), `${headers.host ?? ""}:${request.socket.localPort ?? ""}`];
  return hosts.some((host) => verifyHMAC(parsedFor(host), secret)) ? { key } : mismatch;
}

/** The label is free, and so is what is covered beside these components (api/README.md, D 2023, S 2024). */
async function verifyRfc9421(store: Store, request: IncomingMessage): Promise<Verdict> {
  // Behind a proxy that ends TLS, what was signed begins with https.
  const origins = ["http", "https"].flatMap((scheme) => hostsOf(request).map((host) => `${scheme}://${host}`));
  for (const origin of origins) {
    const verdict = await verifyRfc9421From(origin, store, request);
    if (verdict !== mismatch) return verdict;
  }
  return mismatch;
}

async function verifyRfc9421From(origin: string, store: Store, request: IncomingMessage): Promise<Verdict> {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
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
    { method: request.method ?? "", url: `${origin}${request.url ?? ""}`, headers },
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
