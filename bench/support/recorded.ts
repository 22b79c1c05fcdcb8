import { createServer, request as forward, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it was sent, without what signs it: enough to send it again. */
export interface Recorded {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Whether it changes the account. */
export const isWrite = ({ method, body }: Recorded): boolean =>
  body === "" ? method !== "GET" : (JSON.parse(body) as { query?: string }).query?.trimStart().startsWith("mutation") !== false;

/** Runs with an address that hands every request on to the endpoint, and gives what passed, in its order. */
export async function recorded(endpoint: string, run: (endpoint: string) => Promise<unknown>): Promise<Recorded[]> {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "GET", url: path = "/", headers } = request;
      const body = Buffer.concat(chunks);
      requests.push({ method, path, headers: unsigned(headers), body: body.toString("utf8") });
      const onward = forward(new URL(path, endpoint), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on("error", (error) => response.destroy(error));
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return requests;
}

/** What each request gets anew, or Node sets by itself. */
const OWN = new Set(["authorization", "signature", "signature-input", "date", "host", "content-length", "connection"]);

function unsigned(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => typeof value === "string" && !OWN.has(name));
  return Object.fromEntries(kept) as Record<string, string>;
}
