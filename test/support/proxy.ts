import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Passed {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Exchange {
  incoming: IncomingMessage;
  /** The body of the request. */
  text: string;
  /** Hands the request on as it came: headers stay as they are, so signatures hold. */
  forward: () => Promise<Passed>;
  answer: (given: Passed) => void;
}

export interface Proxy {
  url: string;
  stop: () => Promise<void>;
}

/** An HTTP proxy before a server. @param decide - What becomes of each request. */
export async function startProxy(target: string, decide: (exchange: Exchange) => Promise<unknown>): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const handed = ({ method, url: path, headers }: IncomingMessage, body: Buffer): Promise<Passed> =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest({ hostname, port, method, path, headers }, (answered) => {
        void read(answered).then((content) =>
          resolve({ status: answered.statusCode ?? 0, headers: answered.headers, body: content.toString() }),
        );
      });
      outgoing.on("error", reject).end(body);
    });
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await read(incoming);
    const answer = ({
      status,
      headers: { "content-length": _length, "transfer-encoding": _encoding, ...headers },
      body,
    }: Passed) => void response.writeHead(status, headers).end(body);
    await decide({ incoming, text: body.toString(), forward: () => handed(incoming, body), answer });
  };
  const server = createServer((incoming, response) => void handle(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** An answer of GraphQL. */
export const graphqlAnswer = (body: object): Passed => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
