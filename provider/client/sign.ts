import { createHmac } from "node:crypto";

import type { Settings } from "./settings";

/** What a signature covers. Header names are in lower case. */
export interface Signable {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
}

export type Scheme = Exclude<Settings["signature"], "auto">;

/** The id of an access key and its secret in base64. */
export type Key = Pick<Settings, "accessKeyId" | "secretAccessKey">;

/**
 * The headers that a request is sent with, its signature included.
 * @param body text as it is sent; absent for a GET, which then signs no content headers
 * @param date goes into the header and into the signature
 * @see api/README.md, Authentication
 */
export function signedHeaders(scheme: Scheme, key: Key, method: string, url: URL, body: string | undefined, date: Date) {
  const headers: Record<string, string> = { host: url.host, date: date.toUTCString() };
  if (body !== undefined) {
    headers["content-type"] = "application/json";
    headers["content-length"] = String(Buffer.byteLength(body, "utf8"));
  }
  const request = { method, url, headers };
  const signature = scheme === "cavage" ? signCavage(request, key) : signRfc9421(request, key, date);
  return { ...headers, ...signature };
}

/** HTTP Signatures (draft-cavage-http-signatures-12) over the target and every header given, in their order. */
export function signCavage(request: Signable, key: Key): Record<string, string> {
  const names = ["(request-target)", ...Object.keys(request.headers)];
  const target = `${request.method.toLowerCase()} ${request.url.pathname}${request.url.search}`;
  const text = names.map((name) => `${name}: ${request.headers[name] ?? target}`).join("\n");
  const parameters = { keyId: key.accessKeyId, algorithm: "hmac-sha256", headers: names.join(" "), signature: hmac(key, text) };
  const listed = Object.entries(parameters).map(([name, value]) => `${name}="${value}"`);
  return { authorization: `Signature ${listed.join(",")}` };
}

/**
 * HTTP Message Signatures (RFC 9421) under the label "remoteit". The empty Authorization header goes with the scheme.
 * `created` and `alg` beside `keyid` are a choice: a verifier rebuilds the parameters from Signature-Input.
 */
export function signRfc9421(request: Signable, key: Key, date: Date): Record<string, string> {
  const components = ["@method", "@authority", "@target-uri", "date"];
  const created = Math.floor(date.getTime() / 1000);
  const parameters = `(${components.map(quote).join(" ")});created=${created};keyid=${quote(key.accessKeyId)};alg="hmac-sha256"`;
  const signature = hmac(key, signatureBase(request, components, parameters));
  return { authorization: "", "signature-input": `remoteit=${parameters}`, signature: `remoteit=:${signature}:` };
}

/** The text that RFC 9421 signs (section 2.5). Components are derived ones of section 2.2 or names of headers. */
export function signatureBase(request: Signable, components: readonly string[], parameters: string): string {
  const lines = components.map((name) => `${quote(name)}: ${componentOf(request, name)}`);
  return [...lines, `"@signature-params": ${parameters}`].join("\n");
}

function componentOf({ method, url, headers }: Signable, name: string): string {
  if (name === "@method") return method;
  if (name === "@authority") return url.host;
  if (name === "@target-uri") return url.href;
  const value = headers[name];
  if (value === undefined) throw new TypeError(`A signature cannot cover ${name}, which the request does not have.`);
  return value.trim();
}

/** The base64 of the HMAC-SHA256 of a text, keyed with the decoded secret. */
export function hmac(key: Key, text: string): string {
  return createHmac("sha256", Buffer.from(key.secretAccessKey, "base64")).update(text).digest("base64");
}

const quote = (text: string): string => `"${text}"`;
