import type { IncomingMessage, RequestListener } from "node:http";
import { z } from "zod";
import { Refusal } from "../control-call";
import { messageOf } from "../message";
import { json, problem, send, type Answer } from "./answer";
import { readBody } from "./body";
import { contentHandlers } from "./control/content";
import type { Controlled, Handler } from "./control/handler";
import { troubleHandlers } from "./control/trouble";
import { routesOf, together } from "./routes";

/** The control interface: JSON over HTTP, on a port of its own so that it is never taken for the API. */
export function createControl(controlled: Controlled): RequestListener {
  const handlers = new Map<string, Handler>([
    ...Object.entries(troubleHandlers),
    ...Object.entries(contentHandlers(controlled.entities)),
    ...together(controlled.entities, ({ control }) => control),
  ]);
  const find = routesOf(handlers);
  const names = [...handlers.keys()].join(", ");
  const handle = async (request: IncomingMessage): Promise<Answer> => {
    const { method = "", url = "" } = request;
    const { pathname } = new URL(url, "http://sandbox");
    const call = find(method, pathname);
    const body = await readBody(request);
    if (!call) return problem(404, `${method} ${pathname} is no call of the control interface, which has: ${names}.`);
    if (!body) return problem(413, "The body is larger than 10 MiB.");
    return json(200, await call.route(controlled, parse(body.toString("utf8")), call.path[0] ?? ""));
  };
  return (request, response) => {
    handle(request)
      .catch(refuse)
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  };
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
