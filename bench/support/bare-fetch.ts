import { signedHeaders } from "../../provider/client/sign";

type Keys = Parameters<typeof signedHeaders>[1];

interface Bare {
  method: string;
  url: URL;
  body?: string;
  /** Beside those of the signature. */
  headers?: Record<string, string>;
}

/** Signs a request and sends it by fetch: nothing is repeated, paced or checked. */
export function bareFetch(keys: Keys, { method, url, body, headers }: Bare): Promise<Response> {
  // fetch sets these two by itself, to the same values.
  const {
    host: _host,
    "content-length": _length,
    ...signed
  } = signedHeaders("cavage", keys, method, url, body, new Date()) as Record<string, string>;
  return fetch(url, { method, headers: { ...headers, ...signed }, ...(body !== undefined && { body }) });
}
