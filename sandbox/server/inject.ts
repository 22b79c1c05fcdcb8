import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { json, problem, send } from "./answer";
import type { Fault } from "./faults";

/** Injects a fault that keeps the request from being carried out. Returns whether it has been dealt with. */
export async function injectBefore(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<boolean> {
  switch (fault.kind) {
    case "status":
      if (fault.retryAfter !== undefined) response.setHeader("retry-after", String(fault.retryAfter));
      send(response, problem(fault.status ?? 500, "A fault of the sandbox."));
      return true;
    case "html":
      response.writeHead(fault.status ?? 200, { "content-type": "text/html" }).end("<!doctype html><title>Gateway</title>");
      return true;
    case "graphql-error":
      send(response, json(200, { errors: [{ message: fault.message ?? "A fault of the sandbox." }], data: null }));
      return true;
    case "reset":
      request.socket.resetAndDestroy();
      return true;
    case "timeout":
      return true;
    case "gateway-timeout":
      send(response, problem(504, "A gateway is tired of waiting."));
      await sleep(fault.ms ?? 1000, undefined, { signal: stopping });
      return false;
    case "slow":
      await sleep(fault.ms ?? 1000, undefined, { signal: stopping });
      return false;
    default:
      return false;
  }
}
