import type { ServerResponse } from "node:http";
import type { Store } from "../store";

export interface Answer {
  status: number;
  body: string;
  /** Default: JSON. */
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

/** A call beside GraphQL and REST. */
export interface HttpCall {
  /** As GET /requests counts it. */
  name: string;
  /** Whether it is answered to whoever asks, signed or not. */
  isOpen: boolean;
  /** @returns undefined where the path names nothing. */
  answer: (store: Store, path: readonly string[], asked: { authorization: string | undefined }) => Answer | undefined;
}

export const json = (status: number, content: unknown): Answer => ({ status, body: JSON.stringify(content) });
export const problem = (status: number, error: string): Answer => json(status, { error });

export function send(response: ServerResponse, { status, body, type = "application/json", headers }: Answer): void {
  response.writeHead(status, { ...headers, "content-type": type, "content-length": Buffer.byteLength(body) }).end(body);
}

/** Half of the body under the length of the whole. */
export function truncate(response: ServerResponse, { status, body }: Answer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { "content-type": "application/json", "content-length": bytes.length });
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
}

/** A call that the sandbox knows, and says that it cannot do. */
export const notModelled = (name: string, isOpen = false): HttpCall => ({
  name,
  isOpen,
  answer: () => json(501, { message: `${name} is not modelled by the sandbox.` }),
});
