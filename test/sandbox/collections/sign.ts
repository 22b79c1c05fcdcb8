import { createHmac } from "node:crypto";
import type { Stored } from "./read";

export interface Key {
  accessKeyId: string;
  secretAccessKey: string;
}

type Headers = Record<string, string>;

const hmac = (key: Key, text: string): string =>
  createHmac("sha256", Buffer.from(key.secretAccessKey, "base64")).update(text).digest("base64");

const first = (headers: Headers, wanted: string): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];

/** As the published collection's script does: draft-cavage over four headers, the host without its port. */
function likePostman({ method, url, headers }: Stored, key: Key): Headers {
  const { hostname, pathname, search } = new URL(url);
  const date = new Date().toUTCString();
  const type = first(headers, "content-type") ?? "application/json";
  const signature = hmac(
    key,
    [
      `(request-target): ${method.toLowerCase()} ${pathname}${search}`,
      `host: ${hostname}`,
      `date: ${date}`,
      `content-type: ${type}`,
    ].join("\n"),
  );
  const signed = "(request-target) host date content-type";
  return {
    ...headers,
    Date: date,
    "Content-Type": type,
    Authorization: `Signature keyId="${key.accessKeyId}",algorithm="hmac-sha256",headers="${signed}",signature="${signature}"`,
  };
}

/** As the vendor's plugin does: RFC 9421 over four components, with a Host that lacks the port and an empty Authorization. */
function likeInsomnia({ method, url, headers }: Stored, key: Key): Headers {
  const { host, hostname, href } = new URL(url);
  const date = new Date().toUTCString();
  const covered = '("@method" "@authority" "@target-uri" "date")';
  const parameters = `${covered};created=${Math.floor(Date.now() / 1000)};keyid="${key.accessKeyId}";alg="hmac-sha256"`;
  const lines = [
    `"@method": ${method}`,
    `"@authority": ${host}`,
    `"@target-uri": ${href}`,
    `"date": ${date}`,
    `"@signature-params": ${parameters}`,
  ];
  return {
    ...headers,
    Host: hostname,
    Date: date,
    Authorization: "",
    "Signature-Input": `remoteit=${parameters}`,
    Signature: `remoteit=:${hmac(key, lines.join("\n"))}:`,
  };
}

export const signers = { insomnia: likeInsomnia, postman: likePostman };
