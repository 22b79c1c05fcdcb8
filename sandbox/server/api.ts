import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Refusing } from "../entity";
import { problem, send, truncate } from "./answer";
import { readBody } from "./body";
import type { Counter } from "./counts";
import type { Faults } from "./faults";
import type { Limiter } from "./limit";
import { messageOf } from "../message";
import type { Operations } from "./operations";
import { verify } from "./signature";
import { injectBefore } from "./inject";
import { now, type Store } from "../store";

interface Parts {
  store: Store;
  operations: Operations;
  counter: Counter;
  faults: Faults;
  limiter: Limiter;
  stopping: AbortSignal;
}

interface Api {
  listener: RequestListener;
  /** Resolves once no request is under way, those included whose line was cut meanwhile. */
  settled: () => Promise<void>;
}

/** The interface itself: each request is counted, given its fault, limited, verified and then carried out. */
export function createApi({ store, operations, counter, faults, limiter, stopping }: Parts): Api {
  const underWay = new Set<Promise<void>>();
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.sendDate = false;
    response.setHeader("date", now(store).toUTCString());
    const { method = "", url: target = "" } = request;
    const raw = await readBody(request);
    if (!raw) {
      response.shouldKeepAlive = false;
      send(response, problem(413, "The body is larger than 10 MiB."));
      return;
    }
    const body = raw.toString("utf8");
    const { "content-type": contentType, developerkey: developerKey, authorization } = request.headers;
    const operation = operations.find({ method, target, body, contentType, developerKey, authorization });
    const fail = counter.count(operation?.name ?? "unknown", `${target} ${body}`, response);
    if (!operation) {
      send(response, problem(404, `${method} ${target} is no call of the interface.`));
      return;
    }
    const fault = faults.next(operation, method);
    if (fault && !fault.kind.startsWith("slow")) fail();
    if (fault && (await injectBefore(fault, request, response, stopping))) return;
    const seconds = limiter.refuse();
    if (seconds !== undefined) {
      response.setHeader("retry-after", String(seconds));
      send(response, problem(429, "Too many requests."));
      return;
    }
    if (operation.open) {
      send(response, operation.open);
      return;
    }
    const verdict = await verify(store, request, raw, !operation.isGraphql);
    if ("key" in verdict) verdict.key.lastUsed = now(store).toISOString();
    const account = "key" in verdict ? store.accounts.get(verdict.key.accountId) : undefined;
    if (!account) {
      const refusal = "refusal" in verdict ? verdict.refusal : "The access key's account is unknown.";
      send(response, problem(Number(store.world["signature-refusal"]), refusal));
      return;
    }

    const answer = await operation.answer(account, refusals[fault?.kind ?? ""]);
    if (response.headersSent) return;
    if (fault?.kind === "slow-answer") await sleep(fault.ms ?? 1000, undefined, { signal: stopping });
    if (fault?.kind === "lost-answer") request.socket.destroy();
    else if (fault?.kind === "truncated") truncate(response, answer);
    else send(response, answer);
  };
  return {
    listener: (request, response) => {
      const serving = serve(request, response).catch((reason: unknown) => {
        if (response.headersSent || response.destroyed) request.socket.destroy();
        else send(response, problem(400, messageOf(reason)));
      });
      underWay.add(serving);
      void serving.finally(() => underWay.delete(serving));
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Faults that refuse, and when. */
const refusals: Partial<Record<string, Refusing>> = { false: "instead", "done-but-false": "afterwards" };
