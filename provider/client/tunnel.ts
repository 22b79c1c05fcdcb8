import { request as plain } from "node:http";
import { Agent, request as secure, type RequestOptions } from "node:https";
import type { Duplex } from "node:stream";
import { urlToHttpOptions } from "node:url";
import { authorizationOf, type Proxy, proxyFor } from "./proxy";

/** How long a proxy may take to open a tunnel, in milliseconds; as long as fetch waits for a connection. */
const PATIENCE = 10_000;

/** A proxy did not lead to the address that was asked for: nothing was sent there. */
export class ProxyError extends Error {
  constructor(
    readonly proxy: Proxy,
    /** "api.remote.it:443" */
    readonly target: string,
    /** How the proxy refused; undefined where it was not reached itself. */
    readonly status: number | undefined,
    cause?: unknown,
  ) {
    const why = status === undefined ? (cause as Error).message : `HTTP ${status}`;
    super(`the proxy ${proxy.shown} led to no connection with ${target} (${why})`, { cause });
  }
}

/** Connections to https addresses through a proxy, which opens a tunnel to each (RFC 9110, 9.3.6). They are kept for the next request. */
class TunnelAgent extends Agent {
  constructor(private readonly proxy: Proxy) {
    super({ keepAlive: true });
  }

  override createConnection(options: RequestOptions, done: (error: Error | null, socket?: Duplex) => void): undefined {
    openTunnel(this.proxy, options).then(
      (socket) => done(null, super.createConnection({ ...options, socket } as RequestOptions) ?? socket),
      (error: unknown) => done(error as Error),
    );
  }
}

const agents = new Map<string, TunnelAgent>();

/** What connects to an https address through the proxy of the environment; undefined where it is reached without one. */
export function agentFor(target: URL): Agent | undefined {
  const proxy = target.protocol === "https:" ? proxyFor(target) : undefined;
  return proxy && agentOf(proxy);
}

export function agentOf(proxy: Proxy): Agent {
  const agent = agents.get(proxy.url.href) ?? new TunnelAgent(proxy);
  agents.set(proxy.url.href, agent);
  return agent;
}

function openTunnel(proxy: Proxy, { host, port, signal }: RequestOptions): Promise<Duplex> {
  const address = host?.includes(":") ? `[${host}]` : host;
  const target = `${address ?? ""}:${port ?? 443}`;
  const authorization = authorizationOf(proxy.url);
  const { auth: _auth, path: _path, ...options } = urlToHttpOptions(proxy.url);
  const request = (proxy.url.protocol === "https:" ? secure : plain)({
    ...options,
    method: "CONNECT",
    path: target,
    headers: { host: target, ...(authorization !== undefined && { "proxy-authorization": authorization }) },
    agent: false,
    timeout: PATIENCE,
    ...(signal && { signal }),
  });
  return new Promise((resolve, reject) => {
    request.once("connect", ({ statusCode = 0 }, socket) => {
      socket.setTimeout(0); // what is sent through the tunnel has a time of its own
      if (statusCode >= 200 && statusCode < 300) {
        resolve(socket);
      } else {
        socket.destroy();
        reject(new ProxyError(proxy, target, statusCode));
      }
    });
    request.once("timeout", () => request.destroy(new Error(`no answer within ${PATIENCE / 1000} s`)));
    request.once("error", (error) => reject(new ProxyError(proxy, target, undefined, error)));
    request.end();
  });
}
