import { json, problem, type Answer } from "./answer";
import { findBeside } from "../beside";
import { createGraphql } from "./graphql";
import { operationIn } from "./graphql-request";
import type { Account } from "../model";
import { no } from "../rest/call";
import { findCall, type FoundCall } from "../rest/calls";
import { findReport } from "../reports";
import { sandboxSchema } from "./schema";
import type { Store } from "../store";

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

/** Whether a change is refused instead of carried out, or although it is. */
export type Refusing = "instead" | "afterwards";

interface Asked {
  method: string;
  /** The target, as it stands in the request. */
  target: string;
  body: string;
  contentType: string | undefined;
  developerKey: unknown;
}

export interface Operations {
  find: (asked: Asked) => Operation | undefined;
  /** Runs GraphQL as the user of an account, unsigned and uncounted. */
  run: (account: Account, content: unknown) => Promise<Answer>;
}

/** Of production, of its previews, and of stages (api/README.md, D, A). */
const GRAPHQL = ["/graphql/v1", "/graphql/beta", "/graphql"];
const REST = "/apv/v27/";

export function createOperations(store: Store, without: readonly string[]): Operations {
  const graphql = createGraphql(sandboxSchema(store.world, without));
  return {
    find: (asked) => {
      const { pathname } = new URL(asked.target, "http://sandbox");
      const report = asked.method === "GET" ? findReport(store, pathname) : undefined;
      if (report) return plainOperation("report", report, true);
      const base = GRAPHQL.find((one) => pathname.startsWith(`${one}/`));
      const beside = base && findBeside(asked.method, pathname.slice(base.length));
      if (beside) return plainOperation(beside.name, beside.answer, beside.isOpen);
      if (asked.method === "POST" && GRAPHQL.includes(pathname)) {
        const { body, contentType } = asked;
        const { name, isMutation } = operationIn(body, contentType);
        const answer: Operation["answer"] = (account, refusing) => graphql(body, { store, account, refusing }, contentType);
        return { name: `graphql:${name}`, isGraphql: true, isMutation, answer };
      }
      const hasRest = store.world.rest === "present";
      const call = hasRest && pathname.startsWith(REST) ? findCall(asked.method, pathname.slice(REST.length)) : undefined;
      return call && restOperation(store, call, asked);
    },
    run: (account, content) => graphql(JSON.stringify(content), { store, account, refusing: undefined }),
  };
}

/** A call that changes nothing. */
function plainOperation(name: string, answer: Answer, isOpen: boolean): Operation {
  const facts = { name, isGraphql: false, isMutation: false, answer: () => Promise.resolve(answer) };
  return isOpen ? { ...facts, open: answer } : facts;
}

function restOperation(store: Store, { name, path, answer }: FoundCall, { method, body, developerKey }: Asked): Operation {
  const refusal = no("refused by a fault of the sandbox");
  const answerAs = (account: Account, refusing: Refusing | undefined): Answer => {
    if (developerKey !== account.developerKey) return json(200, no("missing api token"));
    const parsed = parseObject(body);
    if (!parsed) return problem(400, "The body must be a JSON object.");
    if (refusing === "instead") return json(200, refusal);
    const answered = answer({ store, account, path, body: parsed });
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
