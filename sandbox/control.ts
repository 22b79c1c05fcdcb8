import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { z } from "zod";
import { agentSchema, findAgent, setOnline, startAgent } from "./agents";
import { readBody } from "./body";
import type { Sandboxed } from "./index";
import { faultSchema } from "./faults";
import { addAccount, addKey } from "./world";
import { announce } from "./webhook";

type Handler = (sandbox: Sandboxed, body: unknown, id: string) => unknown;

/** A request that the control interface understands but cannot carry out. */
class Refusal extends Error {}

const count = z.int().min(0).default(0);
const stateSchema = z.strictObject({ state: z.enum(["online", "offline"]) });
const changeSchema = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
  accountId: z.string().optional(),
});

const handlers: Record<string, Handler> = {
  "GET /requests": ({ counter }) => counter.counts(),
  "POST /reset": (sandbox, body) => {
    const { devices, services } = z.strictObject({ devices: count, services: count }).parse(body ?? {});
    sandbox.reset(devices, services);
    return {};
  },
  "POST /faults": ({ faults }, body) => {
    faults.arm(z.array(faultSchema).parse(body));
    return {};
  },
  "DELETE /faults": ({ faults }) => {
    faults.clear();
    return {};
  },
  "POST /clock": ({ world }, body) => {
    world.clockOffset = z.strictObject({ offsetSeconds: z.number() }).parse(body).offsetSeconds;
    return {};
  },
  "POST /limit": ({ limiter }, body) => {
    const limit = z.strictObject({ requestsPerSecond: z.number().positive(), burst: z.int().positive() }).nullable().parse(body);
    limiter.set(limit ?? undefined);
    return {};
  },
  "POST /agents": ({ world }, body) => {
    const started = startAgent(world, agentSchema.parse(body));
    if ("error" in started) throw new Refusal(started.error);
    return started;
  },
  "POST /agents/state": ({ world, deliveries, stopping }, body, id) => {
    const found = findAgent(world, id);
    if (!found) throw new Refusal(`There is no agent ${id}.`);
    setOnline(world, found, stateSchema.parse(body).state === "online");
    // The webhook is called while the answer is under way, as remote.it does it on its own time.
    if (found.account) void announce(world, found.account, found.device, deliveries, stopping);
    return {};
  },
  "POST /change": async ({ world, api, account }, body) => {
    const { query, variables, accountId } = changeSchema.parse(body);
    const who = accountId === undefined ? account() : world.accounts.get(accountId);
    if (!who) throw new Refusal(`There is no account ${accountId ?? ""}.`);
    return api.run(who, query, variables);
  },
  "GET /deliveries": ({ deliveries }) => deliveries,
  "POST /accounts": ({ world }, body) => {
    const { email } = z.strictObject({ email: z.string().default("other@example.com") }).parse(body ?? {});
    const account = addAccount(world, email);
    const key = addKey(world, account.id);
    return { accountId: account.id, accessKeyId: key.id, secretAccessKey: key.secret, developerKey: account.developerKey };
  },
  "POST /keys": ({ world, account }, body) => {
    const { accountId } = z.strictObject({ accountId: z.string().optional() }).parse(body ?? {});
    const key = addKey(world, accountId ?? account().id);
    return { accessKeyId: key.id, secretAccessKey: key.secret };
  },
  "DELETE /keys": ({ world }, _body, id) => {
    const key = world.keys.get(id);
    if (!key) throw new Refusal(`There is no key ${id}.`);
    key.enabled = false;
    return {};
  },
  "POST /members": ({ world }, body) => {
    const { accountId, of } = z.strictObject({ accountId: z.string(), of: z.string() }).parse(body);
    const member = world.accounts.get(of);
    if (!member || !world.accounts.has(accountId)) throw new Refusal("One of the accounts is unknown.");
    member.memberOf.add(accountId);
    return {};
  },
};

/** The control interface: JSON over HTTP, on a port of its own so that it is never taken for the API. */
export function createControl(sandbox: Sandboxed): RequestListener {
  return (request, response) => {
    handle(sandbox, request, response).catch((error: unknown) => {
      const isRefusal = error instanceof Refusal || error instanceof SyntaxError || error instanceof z.ZodError;
      const message = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
      send(response, isRefusal ? 400 : 500, { error: message });
    });
  };
}

async function handle(sandbox: Sandboxed, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "", "http://sandbox");
  // /agents/{id}/state and /keys/{id}: the id is the second segment.
  const [, first = "", id = "", last] = pathname.split("/").map(decodeURIComponent);
  const handler = handlers[`${request.method ?? ""} /${[first, last].filter(Boolean).join("/")}`];
  if (!handler) {
    const known = Object.keys(handlers).join(", ");
    send(response, 404, { error: `${request.method ?? ""} ${pathname} is no call of the control interface: ${known}` });
    return;
  }
  const body = (await readBody(request))?.toString("utf8") ?? "";
  send(response, 200, await handler(sandbox, body === "" ? undefined : JSON.parse(body), id));
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
}
