import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** What remote.it tells a webhook, and is shown here. */
export interface Call {
  name: string;
  state: string;
}

/** A webhook's receiver on this machine. */
export async function startReceiver() {
  const received: Call[] = [];
  const server = createServer((request, response) => {
    void json(request).then((call) => {
      received.push(call as Call);
      response.end();
      server.emit("call");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/remoteit`,
    /** The next calls, as soon as there are so many. */
    async calls(count: number): Promise<Call[]> {
      const start = received.length;
      while (received.length < start + count) await once(server, "call", { signal: AbortSignal.timeout(10_000) });
      return received.slice(start);
    },
    async stop(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
