import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createYoga } from "graphql-yoga";
import type { Counter } from "./counts";
import type { Fault, Faults } from "./faults";
import { operationName, refusingAnswer } from "./graphql-body";
import type { Limiter } from "./limit";
import { readBody } from "./body";
import { answerCall, findCall } from "./rest";
import type { Context } from "./resolvers/support";
import { sandboxSchema } from "./schema";
import { verify } from "./signature";
import { now, type Account, type World } from "./world";

export interface Api {
  listener: RequestListener;
  /** Runs an operation as the user of an account, unsigned and uncounted: a change behind the program's back. */
  run: (account: Account, query: string, variables: Record<string, unknown>) => Promise<unknown>;
}

interface Parts {
  world: World;
  counter: Counter;
  faults: Faults;
  limiter: Limiter;
  without: readonly string[];
}

/** A request that is one of the interface's: what it is called, how it is answered, and how it is answered when refused. */
interface Operation {
  name: string;
  answer: (account: Account) => Promise<Answer>;
  refuse: () => Answer;
}

interface Answer {
  status: number;
  body: string;
}

const GRAPHQL = ["/graphql/v1", "/graphql/beta"];
const REST = "/apv/v27/";

export function createApi({ world, counter, faults, limiter, without }: Parts): Api {
  const yoga = createYoga<Context>({
    schema: sandboxSchema(without),
    graphqlEndpoint: "/graphql/:version",
    maskedErrors: false,
    logging: false,
    graphiql: false,
    landingPage: false,
  });

  const graphql = async (account: Account, body: string): Promise<Answer> => {
    const request = { method: "POST", headers: { "content-type": "application/json" }, body };
    const response = await yoga.fetch("http://sandbox/graphql/v1", request, { world, account });
    return { status: response.status, body: await response.text() };
  };

  const operationOf = (request: IncomingMessage, body: string): Operation | undefined => {
    const { pathname } = new URL(request.url ?? "", "http://sandbox");
    const method = request.method ?? "";
    if (method === "POST" && GRAPHQL.includes(pathname)) {
      const refuse = () => ({ status: 200, body: refusingAnswer(body) });
      return { name: `graphql:${operationName(body)}`, answer: (account) => graphql(account, body), refuse };
    }
    const call = pathname.startsWith(REST) ? findCall(method, pathname.slice(REST.length)) : undefined;
    if (!call) return undefined;
    const rest = (answer: unknown): Answer => ({ status: 200, body: JSON.stringify(answer) });
    return {
      name: `rest:${call.name}`,
      refuse: () => rest({ status: "false", reason: "refused by the sandbox" }),
      answer: (account) => {
        if (request.headers["developerkey"] !== account.developerKey) {
          return Promise.resolve(rest({ status: "false", reason: "missing api token" }));
        }
        const parsed = parseObject(body);
        return Promise.resolve(
          parsed ? rest(answerCall(world, account, method, call.name, call.rest, parsed)) : error(400, "The body is no JSON object."),
        );
      },
    };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.sendDate = false;
    response.setHeader("date", now(world).toUTCString());
    const raw = await readBody(request);
    if (!raw) return send(response, error(413, "The body is too large."));
    const body = raw.toString("utf8");
    const operation = operationOf(request, body);
    if (!operation) return send(response, error(404, `${request.method ?? ""} ${request.url ?? ""} is no call of the interface.`));
    counter.asked(operation.name, body);
    const failed = () => counter.failed(operation.name, body);
    const fault = faults.strike(operation.name, request.method ?? "");
    if (fault && fault.kind !== "slow") failed();
    if (fault && (await strikeBefore(fault, request, response))) return;
    const seconds = limiter.refuse();
    if (seconds !== undefined) {
      failed();
      counter.rejected();
      response.setHeader("retry-after", String(seconds));
      return send(response, error(429, "Too many requests."));
    }
    const verdict = await verify(world, request, raw);
    const account = "key" in verdict ? world.accounts.get(verdict.key.accountId) : undefined;
    if (!account) {
      failed();
      counter.rejected();
      return send(response, error(401, "refusal" in verdict ? verdict.refusal : "The account is unknown."));
    }
    const answer = fault?.kind === "false" ? operation.refuse() : await operation.answer(account);
    if (fault?.kind === "lost-answer") request.socket.destroy();
    else if (fault?.kind === "truncated") truncate(response, answer);
    else send(response, answer);
  };

  return {
    listener: (request, response) => {
      serve(request, response).catch((reason: unknown) => {
        if (!response.headersSent) send(response, error(400, reason instanceof Error ? reason.message : String(reason)));
        else request.socket.destroy();
      });
    },
    run: async (account, query, variables) => JSON.parse((await graphql(account, JSON.stringify({ query, variables }))).body) as unknown,
  };
}

/** Faults that keep the request from being carried out. Returns whether it has been dealt with. */
async function strikeBefore(fault: Fault, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case "status":
      if (fault.retryAfter !== undefined) response.setHeader("retry-after", String(fault.retryAfter));
      send(response, error(fault.status ?? 500, "A fault of the sandbox."));
      return true;
    case "html":
      response.writeHead(fault.status ?? 200, { "content-type": "text/html" }).end("<!doctype html><title>Gateway</title>");
      return true;
    case "graphql-error":
      send(response, { status: 200, body: JSON.stringify({ errors: [{ message: "A fault of the sandbox." }], data: null }) });
      return true;
    case "reset":
      request.socket.resetAndDestroy();
      return true;
    case "timeout":
      return true;
    case "slow":
      await sleep(fault.ms ?? 1000);
      return false;
    default:
      return false;
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) }).end(body);
}

/** Half of the body under the length of the whole. */
function truncate(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.write(body.slice(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

const error = (status: number, message: string): Answer => ({ status, body: JSON.stringify({ error: message }) });

function parseObject(body: string): Record<string, unknown> | undefined {
  if (body === "") return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
