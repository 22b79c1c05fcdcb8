import { bareFetch } from "./bare-fetch";
import type { Row } from "./measure";
import type { Recorded } from "./recorded";
import { exactly } from "./sample";
import type { Account } from "./sandbox-process";

/** As many requests as ours has under way at once. */
export const EIGHT = 8;

export const leanLoop = (inFlight: number): string =>
  inFlight === 1 ? "lean loop, one at a time" : `lean loop, ${inFlight} in flight`;

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

/** A long loop is timed on so many of its requests, and multiplied. */
const MOST = 100;

/** The times of the loop, to stand beside one of ours: one run with 8 in flight, and one at a time. */
export async function leanTimes(
  account: Account,
  requests: readonly Recorded[],
  before: () => Promise<unknown>,
): Promise<Pick<Row, "than" | "other">[]> {
  const timed = async (inFlight: number) => {
    const some = requests.slice(0, MOST * inFlight);
    await before();
    const start = performance.now();
    await lean(account, some, inFlight);
    const time = ((performance.now() - start) / some.length) * requests.length;
    return { than: leanLoop(inFlight), other: exactly(time) };
  };
  return [await timed(EIGHT), await timed(1)];
}

async function send(account: Account, { method, path, headers, body }: Recorded): Promise<void> {
  const url = new URL(path, account.endpoint);
  const response = await bareFetch(account, { method, url, headers, ...(body !== "" && { body }) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The lean loop was answered with status ${response.status}.`);
}
