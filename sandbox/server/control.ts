import type { IncomingMessage, RequestListener } from "node:http";
import { z } from "zod";
import { json, problem, send, type Answer } from "./answer";
import { readBody } from "./body";
import { accountHandlers } from "./control/accounts";
import { agentHandlers } from "./control/agents";
import { Refusal, type Controlled, type Handler } from "./control/handler";
import { troubleHandlers } from "./control/trouble";
import { messageOf } from "../message";

/** Every call by its method and path; {id} stands for one part of the path. */
const handlers: Record<string, Handler> = { ...troubleHandlers, ...agentHandlers, ...accountHandlers };

/** The control interface: JSON over HTTP, on a port of its own so that it is never taken for the API. */
export function createControl(controlled: Controlled): RequestListener {
  return (request, response) => {
    handle(controlled, request)
      .catch(refuse)
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  };
}

async function handle(controlled: Controlled, request: IncomingMessage): Promise<Answer> {
  const { method = "", url = "" } = request;
  const { pathname } = new URL(url, "http://sandbox");
  const call = findHandler(method, pathname);
  const body = await readBody(request);
  if (!call) {
    return problem(
      404,
      `${method} ${pathname} is no call of the control interface, which has: ${Object.keys(handlers).join(", ")}.`,
    );
  }
  if (!body) return problem(413, "The body is larger than 10 MiB.");
  return json(200, await call.handler(controlled, parse(body.toString("utf8")), call.id));
}

function findHandler(method: string, pathname: string): { handler: Handler; id: string } | undefined {
  const segments = pathname.split("/");
  for (const [name, handler] of Object.entries(handlers)) {
    const [wanted, pattern = ""] = name.split(" ");
    const parts = pattern.split("/");
    const fits =
      parts.length === segments.length &&
      parts.every((part, index) => part === segments[index] || (part === "{id}" && segments[index]));
    if (wanted === method && fits) return { handler, id: decodeURIComponent(segments[parts.indexOf("{id}")] ?? "") };
  }
  return undefined;
}

function parse(body: string): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Refusal(`The body must be JSON: ${messageOf(error)}`);
  }
}

function refuse(error: unknown): Answer {
  if (error instanceof z.ZodError) return problem(400, z.prettifyError(error));
  if (error instanceof Refusal || error instanceof URIError) return problem(400, error.message);
  return problem(500, messageOf(error));
}
