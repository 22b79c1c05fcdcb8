import { AsyncLocalStorage } from "node:async_hooks";
import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import type { Log } from "../client";
import { redact } from "../core/secrets";

/** The engine that started or attached to this process: it shows what a plugin has to say. */
export interface Engine {
  /** Shows a line beside the resource that is being worked on. */
  log: Log;
  /** Resolves when the engine has all lines. */
  logged: () => Promise<void>;
  /** Calls when the engine is gone. */
  whenGone: (end: () => void) => void;
}

const subject = new AsyncLocalStorage<string>();

/** Log lines of the work stand beside the resource of this URN. */
export function beside<T>(urn: string, work: () => T): T {
  return subject.run(urn, work);
}

const severities = { info: LogSeverity.INFO, warning: LogSeverity.WARNING };

export function connectEngine(address: string): Engine {
  // The engine is on this machine: a proxy of the environment is not for it. The engine's own client leaves proxies out for loopback.
  const client = new EngineClient(address, grpc.credentials.createInsecure(), { "grpc.enable_http_proxy": 0 });
  const underWay = new Set<Promise<void>>();
  return {
    log: (level, message) => {
      const request = new LogRequest();
      request.setSeverity(severities[level]);
      request.setMessage(redact(message));
      request.setUrn(subject.getStore() ?? "");
      const sent = new Promise<void>((resolve) => client.log(request, () => resolve())).then(() => void underWay.delete(sent));
      underWay.add(sent);
    },
    logged: async () => void (await Promise.all(underWay)),
    whenGone: (end) => watch(client.getChannel(), end),
  };
}

/** A channel that nobody uses goes idle and is woken again; one that cannot connect has lost its engine. */
function watch(channel: ReturnType<EngineClient["getChannel"]>, end: () => void): void {
  const state = channel.getConnectivityState(true);
  if (state === grpc.connectivityState.SHUTDOWN) return;
  if (state === grpc.connectivityState.TRANSIENT_FAILURE) return void end();
  channel.watchConnectivityState(state, Number.POSITIVE_INFINITY, () => watch(channel, end));
}
