import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { verify } from "./signature";
import type { Store } from "../store";

/** Takes over a connection that asks to become a WebSocket, with what it has sent already. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * The WebSocket of events at /v1, as far as `conformance` asks for it: it answers a subscription as its world has it, and tells
 * no event. The subscription is a message (api/README.md, A); the form of the answers is inferred.
 */
export function createUpgrade(store: Store): Upgrade {
  return (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const key = request.headers["sec-websocket-key"];
    if (request.url !== "/v1" || key === undefined) return void socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepting(key)}\r\n\r\n`,
    );
    let received = head;
    const read = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const message = textIn(received);
      if (message === undefined) return;
      socket.off("data", read).resume();
      answer(store, request, message).then(
        (text) => socket.write(frame(text)),
        () => socket.destroy(),
      );
    };
    socket.on("data", read);
  };
}

/** RFC 6455, 4.2.2. */
const accepting = (key: string): string =>
  createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");

/** The text of one masked frame (RFC 6455, 5.2); undefined until it is there. */
function textIn(frame: Buffer): string | undefined {
  if (frame.length < 8) return undefined;
  const short = frame.readUInt8(1) & 0x7f;
  const start = short === 126 ? 4 : 2;
  const length = short === 126 ? frame.readUInt16BE(2) : short;
  const mask = frame.subarray(start, start + 4);
  const content = frame.subarray(start + 4, start + 4 + length);
  if (content.length < length) return undefined;
  return Buffer.from(content.map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString("utf8");
}

function frame(text: string): Buffer {
  const content = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, content.length]), content]);
}

async function answer(store: Store, { socket }: IncomingMessage, message: string): Promise<string> {
  const { headers = {} } = JSON.parse(message) as { headers?: Record<string, string> };
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const signed = { method: "GET", url: "/v1", httpVersion: "1.1", headers: lower, socket } as unknown as IncomingMessage;
  const isTaken = store.world.websocket === "signature" && "key" in (await verify(store, signed, Buffer.alloc(0), false));
  return JSON.stringify(isTaken ? { data: { event: null } } : { errors: [{ message: "Not authorized." }] });
}
