import type { ClientRequest, IncomingMessage } from "node:http";
import { createVerifier, httpbis } from "http-message-signatures";
import { parseRequest, verifyHMAC } from "http-signature";
import { now, type Key, type World } from "./world";

/** Seconds that a request's date may be off. */
const TOLERANCE = 300;

export type Verdict = { key: Key } | { refusal: string };

/** Whether the request is signed by a key of the world, in either scheme, by verifiers that are not ours. */
export async function verify(world: World, request: IncomingMessage, body: Buffer): Promise<Verdict> {
  const { date } = request.headers;
  if (date === undefined || Number.isNaN(Date.parse(date))) return { refusal: "The header Date is missing or is no date." };
  const drift = Math.round((Date.parse(date) - now(world).getTime()) / 1000);
  if (Math.abs(drift) > TOLERANCE) return { refusal: `The date is ${Math.abs(drift)} s ${drift < 0 ? "behind" : "ahead"}.` };
  if (body.length > 0 && request.headers["content-length"] !== String(body.length)) {
    return { refusal: "The header Content-Length is not the number of bytes in the body." };
  }
  return request.headers["signature-input"] === undefined ? verifyCavage(world, request, body) : verifyRfc9421(world, request);
}

function verifyCavage(world: World, request: IncomingMessage, body: Buffer): Verdict {
  const content = body.length > 0 ? ["content-type", "content-length"] : [];
  try {
    // The clock has been checked against the sandbox's own: the library's check is by this machine's.
    const parsed = parseRequest(request as unknown as ClientRequest, {
      headers: ["(request-target)", "host", "date", ...content],
      clockSkew: Number.MAX_SAFE_INTEGER,
    });
    const key = world.keys.get(parsed.params.keyId);
    if (!key?.enabled) return { refusal: "The access key is unknown or disabled." };
    const secret = Buffer.from(key.secret, "base64") as unknown as string;
    return verifyHMAC(parsed, secret) ? { key } : { refusal: "The signature does not match." };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

async function verifyRfc9421(world: World, request: IncomingMessage): Promise<Verdict> {
  const url = `http://${request.headers.host ?? ""}${request.url ?? ""}`;
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  if (!/(^|,\s*)remoteit=/.test(headers["signature-input"] ?? "")) return { refusal: "The signature's label is not remoteit." };
  let key: Key | undefined;
  try {
    const valid = await httpbis.verifyMessage(
      {
        requiredFields: ["@method", "@authority", "@target-uri", "date"],
        keyLookup: (parameters) => {
          key = world.keys.get(parameters.keyid ?? "");
          return Promise.resolve(key?.enabled ? verifierOf(key) : null);
        },
      },
      { method: request.method ?? "", url, headers },
    );
    if (!key?.enabled) return { refusal: "The access key is unknown or disabled." };
    return valid === true ? { key } : { refusal: "The signature does not match." };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

function verifierOf(key: Key) {
  return { id: key.id, verify: createVerifier(Buffer.from(key.secret, "base64"), "hmac-sha256") };
}
