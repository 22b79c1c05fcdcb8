import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import type { Duplex } from "node:stream";
import { agentFor } from "../provider/client";

/**
 * Sends one text over a WebSocket and gives the first that comes back: undefined where it is closed instead, null where there is no
 * such socket. Node's own WebSocket cannot be ended without the other side's consent, and would keep the process alive.
 *
 * @param signal - Ends it wherever it stands: rejects with its reason.
 */
export async function exchange(address: string, text: string, signal: AbortSignal): Promise<string | undefined | null> {
  const socket = await open(address, signal);
  if (!socket) return null;
  try {
    socket.write(masked(Buffer.from(text)));
    let received = Buffer.alloc(0);
    for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received = Buffer.concat([received, chunk]);
      const message = textIn(received);
      if (message !== undefined) return message;
    }
    return undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  } finally {
    socket.destroy();
  }
}

/** Undefined where what answers is no WebSocket, or nothing does. */
async function open(address: string, signal: AbortSignal): Promise<Duplex | undefined> {
  const url = new URL(address.replace(/^ws/, "http"));
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
  };
  const request = (url.protocol === "https:" ? secure : plain)(url, { headers, signal, agent: agentFor(url) ?? false });
  const refused = once(request, "response").then(() => undefined);
  const upgraded = (once(request, "upgrade") as Promise<[unknown, Duplex, Buffer]>).then(([, socket, head]) => {
    signal.addEventListener("abort", () => socket.destroy(signal.reason as Error), { once: true });
    socket.unshift(head);
    return socket;
  });
  request.end();
  try {
    const socket = await Promise.race([upgraded, refused]);
    if (!socket) request.destroy();
    return socket;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** One text as a client sends it (RFC 6455, 5.2). */
function masked(content: Buffer): Buffer {
  const mask = randomBytes(4);
  const head = Buffer.alloc(4);
  head.writeUInt8(0x81, 0);
  head.writeUInt8(0x80 | 126, 1);
  head.writeUInt16BE(content.length, 2);
  return Buffer.concat([head, mask, Buffer.from(content.map((byte, index) => byte ^ mask.readUInt8(index % 4)))]);
}

/** The first whole text of what a server has sent so far; undefined as long as there is none. Pings and the like are passed over. */
function textIn(received: Buffer): string | undefined {
  for (let start = 0; received.length >= start + 4;) {
    const short = received.readUInt8(start + 1);
    const length = short === 126 ? received.readUInt16BE(start + 2) : short;
    const content = start + (short === 126 ? 4 : 2);
    if (short === 127 || received.length < content + length) return undefined;
    if ((received.readUInt8(start) & 0x0f) === 1) return received.toString("utf8", content, content + length);
    start = content + length;
  }
  return undefined;
}
