import { setTimeout as sleep } from "node:timers/promises";
import { authorizationOf, fetchByProxy, version } from "../../provider/client";
import { safeJson } from "../../drift/formats/json-text";
import type { WatchEvent } from "../../drift/watch";
import { isErrno } from "../support/output";

/** Milliseconds that the address has for its response. */
const PATIENCE = 10_000;

const TRIES = 3;
/** Milliseconds before the second try; twice as long before the third. */
const FIRST_PAUSE = 1_000;

class Refused extends Error {
  constructor(readonly status: number) {
    super(`it answered ${status}`);
  }
}

/** Posts the event as JSON; tries again what may pass. Rejects with why it was not taken, or once the signal is aborted. */
export async function post(url: string, event: WatchEvent, signal: AbortSignal, firstPause = FIRST_PAUSE): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await postOnce(url, event, signal);
      return;
    } catch (error) {
      signal.throwIfAborted();
      const mayPass = !(error instanceof Refused) || error.status >= 500 || error.status === 429 || error.status === 408;
      if (tries === TRIES || !mayPass) throw new Error(`it was tried ${tries} times: ${reason(error)}`, { cause: error });
      await sleep(firstPause * 2 ** (tries - 1), undefined, { signal });
    }
  }
}

async function postOnce(url: string, event: WatchEvent, signal: AbortSignal): Promise<void> {
  // fetch takes no address with a user in it.
  const address = new URL(url);
  const authorization = authorizationOf(address);
  address.username = address.password = "";
  const response = await fetchByProxy(address, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": `pulumi-remoteit/${version}`,
      ...(authorization !== undefined && { authorization }),
    },
    body: safeJson(event),
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Refused(response.status);
}

/** Why the line failed; fetch itself says no more than that it did. */
function reason(error: unknown): string {
  const { name, message, cause } = error as Error;
  return name === "TypeError" && isErrno(cause) ? cause.code : message;
}
