import { signedHeaders } from "../../provider/client";
import type { Asking } from "../asking";
import { type Found, probe } from "../probe";
import { exchange } from "../socket";

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 5000;

export const websocket = probe("websocket", {
  otherwise: { signature: "Nothing: `watch` goes on with the webhook, for which remote.it has to reach it." },
  evidence: "unknown; the app sends its token (A)",
  leansOn: ["cli/watch/webhook-server.ts"],
  way: "reading",
  ask: async (asking) => {
    const address = addressOf(asking.settings.endpoint);
    if (address === undefined) return { unknown: "its address is known of remote.it's own endpoints alone" };
    await asking.client.account(); // which signature is taken is known from here on
    return judged(await firstAnswer(address, await subscription(asking, address), asking.signal));
  },
});

/** Where it is, as far as public material tells (api/README.md, A). On this machine, where the sandbox has it. */
function addressOf(endpoint: string): string | undefined {
  const { hostname, host, protocol } = new URL(endpoint);
  const [, stage] = /^(?:api|graphql)\.((?:[\w-]+\.)?remote\.it)$/.exec(hostname) ?? [];
  if (stage !== undefined) return `wss://ws.${stage}/v1`;
  return protocol === "http:" ? `ws://${host}/v1` : undefined;
}

/** The message that the app sends, with the headers of a signed request for the socket's own address. */
async function subscription({ client, clockOffset }: Asking, address: string): Promise<string> {
  const { settings, scheme } = client;
  const url = new URL(address.replace(/^ws/, "http"));
  const date = new Date(Date.now() + ((await clockOffset()) ?? 0) * 1000);
  const headers = signedHeaders(scheme() ?? "cavage", settings, "GET", url, undefined, date);
  return JSON.stringify({ action: "subscribe", headers, query: "{ event { type } }", supportsBatch: true });
}

async function firstAnswer(address: string, message: string, signal: AbortSignal): Promise<string | undefined | null> {
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    return await exchange(address, message, AbortSignal.any([signal, patience]));
  } catch (error) {
    signal.throwIfAborted();
    if (patience.aborted) return undefined;
    throw error;
  }
}

function judged(text: string | undefined | null): Found<"token" | "signature"> {
  if (text === null) return { unknown: "no WebSocket is there" };
  if (text === undefined) return { unknown: "it answered nothing" };
  if (/"errors?"|"message"/.test(text)) return { answer: "token" };
  return /"(data|events)"/.test(text) ? { answer: "signature" } : { unknown: "it answered in a form that is not known" };
}
