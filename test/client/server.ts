import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { Settings } from "../../provider/client";

export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface Server {
  url: string;
  received: Received[];
  /** How the next requests are answered. */
  answer: (request: Received, response: ServerResponse) => void;
  stop: () => Promise<void>;
}

/** A real HTTP server on a free port. A request that no test expects gets HTTP 500. */
export async function startServer(): Promise<Server> {
  const listener = createServer((incoming, response) => {
    let body = "";
    incoming.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    incoming.on("end", () => {
      const request = { method: incoming.method ?? "", url: incoming.url ?? "", headers: incoming.headers, body };
      server.received.push(request);
      server.answer(request, response);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const server: Server = {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    received: [],
    answer: (_request, response) => response.writeHead(500).end(),
    stop: async () => {
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
  return server;
}

/** Answers with JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Server["answer"] =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

export const secretText = "a secret of this test";

export const settingsFor = (endpoint: string, more: Partial<Settings> = {}): Settings => ({
  accessKeyId: "KEY7",
  secretAccessKey: Buffer.from(secretText).toString("base64"),
  developerKey: "developer-key-7",
  endpoint,
  signature: "cavage",
  requestsPerSecond: 10,
  maxRetries: 0,
  timeoutSeconds: 10,
  mergeWrites: "auto",
  credentialsFrom: "environment",
  ...more,
});
