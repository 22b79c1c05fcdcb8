import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Upgrade } from "./socket";

export interface Listening {
  /** "http://127.0.0.1:41234" */
  address: string;
  /** Closes the port at once, with every open connection. */
  stop: () => Promise<void>;
  /** Opens the same port again after `stop`. */
  again: () => Promise<void>;
}

/** Serves on this machine alone. */
export async function listen(listener: RequestListener, port: number, upgrade?: Upgrade): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: 30_000 }, listener);
  // Those that became WebSockets are no connections of the server any more.
  const upgraded = new Set<Duplex>();
  if (upgrade) {
    server.on("upgrade", (request, socket: Duplex, head) => {
      upgraded.add(socket);
      socket.once("close", () => upgraded.delete(socket));
      upgrade(request, socket, head);
    });
  }
  const open = async (wanted: number) => {
    server.listen(wanted, "127.0.0.1");
    await once(server, "listening").catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      throw new Error(`Port ${wanted} is taken by another program: give another one; 0 takes a free one.`, { cause: error });
    });
  };
  await open(port);
  const taken = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${taken}`,
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      for (const socket of upgraded) socket.destroy();
      await closed;
    },
    again: async () => {
      if (!server.listening) await open(taken);
    },
  };
}
