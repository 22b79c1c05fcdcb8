import { signedHeaders } from "../../provider/client/sign";
import type { Recorded } from "./recorded";
import type { Account } from "./sandbox-process";

/**
 * The lean loop: sends the same requests by bare fetch, so many at a time, and looks at no answer. It is what the requests
 * themselves cost on the same line, with no engine, no state and nothing decided.
 */
export async function lean(account: Account, requests: readonly Recorded[], inFlight: number): Promise<void> {
  const queue = requests.values();
  const worker = async () => {
    for (const request of queue) await send(account, request);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

async function send(account: Account, { method, path, headers, body }: Recorded): Promise<void> {
  const url = new URL(path, account.endpoint);
  const text = body === "" ? undefined : body;
  // fetch sets these two by itself, to the same values.
  const {
    host: _host,
    "content-length": _length,
    ...signed
  } = signedHeaders("cavage", account, method, url, text, new Date()) as Record<string, string>;
  const response = await fetch(url, { method, headers: { ...headers, ...signed }, ...(text !== undefined && { body: text }) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The lean loop was answered with status ${response.status}.`);
}
