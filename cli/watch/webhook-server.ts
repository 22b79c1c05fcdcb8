import { createHash, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Delivery, readDelivery } from "../../drift/watch";
import { ConfigurationError } from "../../provider/core/errors";
import { isErrno, reasonOf } from "../support/output";
import { readBody, TooLarge } from "./body";
import { createPlaces } from "./places";

export interface WebhookServerOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  path: string;
  /** Bytes of a body. */
  maxBody: number;
  /** Is called once the delivery is answered. */
  onDelivery: (delivery: Delivery) => void;
  /** A call was refused: why, the same words for all of its kind. */
  onRefused: (why: string) => void;
}

export interface WebhookServer {
  /** `http://127.0.0.1:8787`, without the path, which may be a secret. */
  address: string;
  close: () => Promise<void>;
}

/** Whoever sends slower than this, in milliseconds, is cut: a delivery is a few hundred bytes. */
const PATIENCE = 5_000;

/** So many senders at once; for one more another has to go. */
const CONNECTIONS = 256;

/** @throws ConfigurationError where the port cannot be had. */
export async function startWebhookServer(options: WebhookServerOptions): Promise<WebhookServer> {
  const server = createServer({ headersTimeout: PATIENCE, requestTimeout: PATIENCE, connectionsCheckingInterval: 500 });
  const places = createPlaces(CONNECTIONS);
  server.on("connection", places.take);
  const serve = async (request: IncomingMessage, response: ServerResponse, proceed?: () => void) => {
    const { socket } = request;
    await receive(options, request, response, {
      begin: () => {
        places.known(socket, true);
        response.once("finish", () => places.known(socket, false));
        proceed?.();
      },
    });
  };
  server.on("request", (request, response) => void serve(request, response));
  // Who asks before sending is let send only where the rest is right.
  server.on("checkContinue", (request, response) => void serve(request, response, () => response.writeContinue()));
  const { port } = await listen(server, options);
  const { host } = options;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, { host, port }: WebhookServerOptions): Promise<AddressInfo> {
  try {
    server.listen(port, host);
    await once(server, "listening");
    return server.address() as AddressInfo;
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new ConfigurationError({
      what: "Listening for the webhook on",
      subject: `${host}, port ${port}`,
      why: error.code === "EADDRINUSE" ? "The port is taken by another program." : `${reasonOf(error)}.`,
      remedy: "Give another --port (0 picks a free one) or --host.",
    });
  }
}

async function receive(
  { path, maxBody, onDelivery, onRefused }: WebhookServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  { begin }: { begin: () => void },
): Promise<void> {
  const refuse = (status: number, why: string, headers: Record<string, string> = {}) => {
    onRefused(why);
    // What is still on its way is not read: the line is closed.
    response.writeHead(status, { ...headers, "content-type": "text/plain", connection: "close" }).end(`${why}\n`);
  };
  if (!isSame(request.url?.split("?", 1)[0] ?? "", path)) return void refuse(404, "There is nothing at this path.");
  if (request.method !== "POST") return void refuse(405, "Only POST is accepted.", { allow: "POST" });
  try {
    const text = await readBody(request, maxBody, begin);
    const delivery = readDelivery(parsed(text));
    if (!delivery) return void refuse(400, "The body is not a JSON object.");
    response.writeHead(200).end();
    onDelivery(delivery);
  } catch (error) {
    if (error instanceof TooLarge) refuse(413, `The body is larger than ${maxBody} bytes.`);
    // Whoever breaks off wants no answer.
    else request.destroy();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes as long whatever the path is, so that nobody finds it out letter by letter. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
