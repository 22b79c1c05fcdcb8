import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A line between this machine and remote.it. */
export interface Line {
  /** Of a request and its answer together, in milliseconds. */
  roundTrip: number;
  /** Of answers, in bits a second and connection. */
  bandwidth: number;
}

/** What a line from another continent to a server in the United States gives a connection. */
export const farAway: Line = { roundTrip: 200, bandwidth: 100e6 };

/** Runs with the address of the endpoint behind such a line. Bytes pass as they are, so signatures hold. */
export async function overLine<T>(endpoint: string, line: Line, run: (endpoint: string) => Promise<T>): Promise<T> {
  const { hostname, port } = new URL(endpoint);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true).on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        (socket === near ? far : near).end();
      });
    }
    delay(near, far, line.roundTrip / 2, Number.POSITIVE_INFINITY);
    delay(far, near, line.roundTrip / 2, line.bandwidth);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await run(endpoint.replace(`${hostname}:${port}`, `127.0.0.1:${(server.address() as AddressInfo).port}`));
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

/** Hands on what comes, as much later as the line is long, and no faster than it is wide. */
function delay(from: Socket, to: Socket, milliseconds: number, bitsPerSecond: number): void {
  /** Timers of nearly the same moment need not fire in their order: each hands on what is first of these. */
  const chunks: Buffer[] = [];
  let free = 0;
  from.on("data", (chunk: Buffer) => {
    const sent = Math.max(performance.now(), free);
    free = sent + ((chunk.length * 8) / bitsPerSecond) * 1000;
    chunks.push(chunk);
    setTimeout(
      () => {
        const next = chunks.shift();
        if (next && to.writable) to.write(next);
      },
      free + milliseconds - performance.now(),
    );
  });
}
