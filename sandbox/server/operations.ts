import type { Account } from "../accounts";
import type { Entity, Refusing } from "../entity";
import { no, type RestCall } from "../rest";
import type { Store } from "../store";
import { json, problem, type Answer, type HttpCall } from "./answer";
import { createGraphql } from "./graphql";
import { operationIn } from "./graphql-request";
import { routesOf, together, type Found } from "./routes";
import { sandboxSchema } from "./schema";

/** Something that the interface offers, ready to be carried out. */
export interface Operation {
  /** As GET /requests counts it. */
  name: string;
  isGraphql: boolean;
  isMutation: boolean;
  /** What is answered to whoever asks, signed or not. */
  open?: Answer;
  /** @param refusing - The answer is what remote.it refuses with. */
  answer: (account: Account, refusing?: Refusing) => Promise<Answer>;
}

interface Asked {
  method: string;
  /** The target, as it stands in the request. */
  target: string;
  body: string;
  contentType: string | undefined;
  developerKey: unknown;
  authorization: string | undefined;
}

export interface Operations {
  find: (asked: Asked) => Operation | undefined;
  /** Runs GraphQL as the user of an account, unsigned and uncounted. */
  run: (account: Account, content: unknown) => Promise<Answer>;
}

/** Of production, of its previews, and of stages (api/README.md, D, A). */
const GRAPHQL = ["/graphql/v1", "/graphql/beta", "/graphql"];
const REST = "/apv/v27/";

export function createOperations(entities: readonly Entity[], store: Store, without: readonly string[]): Operations {
  const schema = sandboxSchema(entities, store.world, without);
  const graphql = createGraphql(schema, store.world["several-mutations"]);
  // What is done by hand is done, whatever becomes of several mutations of a client.
  const byHand = createGraphql(schema, "run-to-the-end");
  const findHttp = routesOf(together(entities, ({ http }) => http));
  const findRest = routesOf(together(entities, ({ rest }) => rest));
  return {
    find: (asked) => {
      const { pathname } = new URL(asked.target, "http://sandbox");
      const base = GRAPHQL.find((one) => pathname === one || pathname.startsWith(`${one}/`)) ?? "";
      if (base === pathname && asked.method === "POST") {
        const { body, contentType } = asked;
        const { name, isMutation } = operationIn(body, contentType);
        const answer: Operation["answer"] = (account, refusing) => graphql(body, { store, account, refusing }, contentType);
        return { name: `graphql:${name}`, isGraphql: true, isMutation, answer };
      }
      const http = findHttp(asked.method, base ? `/graphql${pathname.slice(base.length)}` : pathname);
      const answer = http?.route.answer(store, http.path, asked);
      if (http && answer) return plainOperation(http.route, answer);
      const hasRest = store.world.rest === "present" && pathname.startsWith(REST);
      const call = hasRest ? findRest(asked.method, pathname.slice(REST.length).replace(/\/$/, "")) : undefined;
      return call && restOperation(store, call, asked);
    },
    run: (account, content) => byHand(JSON.stringify(content), { store, account, refusing: undefined }),
  };
}

/** A call that changes nothing. */
function plainOperation({ name, isOpen }: HttpCall, answer: Answer): Operation {
  const facts = { name, isGraphql: false, isMutation: false, answer: () => Promise.resolve(answer) };
  return isOpen ? { ...facts, open: answer } : facts;
}

function restOperation(store: Store, { route, name, path }: Found<RestCall>, { method, body, developerKey }: Asked): Operation {
  const refusal = no("refused by a fault of the sandbox");
  const answerAs = (account: Account, refusing: Refusing | undefined): Answer => {
    if (developerKey !== account.developerKey) return json(200, no("missing api token"));
    const parsed = parseObject(body);
    if (!parsed) return problem(400, "The body must be a JSON object.");
    if (refusing === "instead") return json(200, refusal);
    const answered = route({ store, account, path, body: parsed });
    return json(200, refusing ? refusal : answered);
  };
  return {
    name: `rest:${name}`,
    isGraphql: false,
    isMutation: method === "POST",
    answer: (account, refusing) => Promise.resolve(answerAs(account, refusing)),
  };
}

function parseObject(body: string): Record<string, unknown> | undefined {
  if (body === "") return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
