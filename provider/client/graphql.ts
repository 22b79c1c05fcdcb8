import { Kind, type OperationDefinitionNode, OperationTypeNode, parse } from "graphql";
import { ClientError, GraphQLClient } from "graphql-request";

import type { GraphqlProblem, RemoteitError } from "../core/errors";
import type { Body } from "./body";
import { type RequestInfo, classifyForeign, classifyGraphql, classifyUnreadable } from "./classify";
import { isMap } from "../core/map";
import type { Log } from "./log";
import { declaredBy, type Effect, type TypedDocument } from "./mutation";
import type { RequestLabel, Send } from "./send";
import type { Address } from "./settings";
import type { Outgoing, Transport } from "./transport";

/** The variables, or what makes them anew for each try from how the one before failed. */
export type Variables<V> = V | ((failed: RemoteitError | undefined) => V);

/** Runs a query, or a mutation that `defineMutation` has declared. */
export type Graphql = <R, V>(document: TypedDocument<R, V>, variables: Variables<V>, about: RequestLabel) => Promise<R>;

/**
 * Asks now, and reads the answer of a query when it is called, once: as long it stays a text, which takes a fraction of what it
 * takes as objects.
 */
export type Later = <R, V>(
  document: TypedDocument<R, V>,
  variables: Variables<V>,
  about: RequestLabel,
) => Promise<() => Promise<R>>;

/** Both of them. */
export type Ask = <R, V>(
  document: TypedDocument<R, V>,
  variables: Variables<V>,
  about: RequestLabel,
  mayWait: boolean,
) => Promise<() => Promise<R>>;

export const atOnce =
  (ask: Ask): Graphql =>
  async (document, variables, about) => {
    const read = await ask(document, variables, about, false);
    return read();
  };

/** What is sent for one try. */
export const valuesOf = <V>(variables: Variables<V>, failed: RemoteitError | undefined): V =>
  typeof variables === "function" ? (variables as (failed: RemoteitError | undefined) => V)(failed) : variables;

/** The GraphQL interface: graphql-request makes the body and reads the answer, the transport signs and sends. */
export function createGraphql(address: Address, transport: Transport, send: Send, log: Log): Ask {
  const ask: Ask = async <R, V>(
    document: TypedDocument<R, V>,
    variables: Variables<V>,
    about: RequestLabel,
    mayWait: boolean,
  ): Promise<() => Promise<R>> => {
    const text = document.toString();
    const { name, changes } = headOf(text);
    const operation = `GraphQL ${name}`;
    const mutation = declaredBy(document);
    let effects: Effect[] = [];
    const answered = await send({
      operation,
      changes,
      invalidates: mutation?.invalidates,
      effects: () => effects,
      input: valuesOf(variables, undefined),
      about,
      attempt: async (failed) => {
        const outgoing: Outgoing = { method: "POST", address, path: "", operation, about };
        const values = valuesOf(variables, failed);
        const answer = await attempt<R>(transport, text, values, outgoing, mayWait && !changes);
        const { data, failures } = answer;
        effects = !failures && mutation?.effect ? [mutation.effect(values, data)] : [];
        if (!failures) return answer;
        if (!changes || !isCarriedOut(data)) throw failures;
        log("warning", `${failures.label}: it was carried out, but part of the answer is missing. ${failures.why}`);
        return answer;
      },
    });
    const { data, unread } = answered;
    if (!unread) return () => Promise.resolve(data);
    // What is no JSON after all is asked for again, and judged.
    return async () => (dataIn(unread) as R | undefined) ?? (await ask(document, variables, about, false))();
  };
  return ask;
}

interface Answered<R> {
  data: R;
  /** What remote.it could not give of the answer. */
  failures?: RemoteitError;
  /** The answer itself, where `data` holds nothing of it yet. */
  unread?: Body | undefined;
}

/** Whether the answer is data alone, and no problem that its request has to hear of. */
const isPlain = ({ status, body }: { status: number; body: Body }): boolean =>
  status === 200 && /^\s*\{\s*"data"\s*:\s*\{/.test(body.start) && !body.includes('"errors"');

/**
 * Undefined where the body is no JSON. It is taken: whatever took part in the request has grown old while it waited, and would
 * keep it until all of memory is looked through.
 */
function dataIn(body: Body): unknown {
  const text = body.take();
  try {
    return (JSON.parse(text) as { data: unknown }).data;
  } catch {
    return undefined;
  }
}

async function attempt<R>(
  transport: Transport,
  text: string,
  variables: unknown,
  outgoing: Outgoing,
  mayWait: boolean,
): Promise<Answered<R>> {
  const { data, problems, asked, unread } = await exchange(transport, text, variables, outgoing, mayWait);
  if (problems.length === 0) return { data: data as R, unread };
  const hasData = isMap(data) && Object.values(data).some((value) => value !== null);
  const failures = classifyGraphql(asked, problems, hasData);
  if (!hasData) throw failures;
  return { data: data as R, failures };
}

/** What came back for one document. */
interface Exchanged {
  data: unknown;
  /** Its errors. */
  problems: readonly GraphqlProblem[];
  asked: RequestInfo;
  /** The answer itself, where `data` holds nothing of it yet. */
  unread?: Body | undefined;
}

/** Sends a document once. @throws where what comes back is no answer of GraphQL. */
export async function exchange(
  transport: Transport,
  text: string,
  variables: unknown,
  outgoing: Outgoing,
  mayWait = false,
): Promise<Exchanged> {
  let asked: RequestInfo | undefined;
  let unread: Body | undefined;
  const client = new GraphQLClient(outgoing.address.url, {
    fetch: async (_url, init) => {
      const answer = await transport({ ...outgoing, body: init?.body as string });
      asked = answer.asked;
      const response = new Response(null, { status: answer.status, headers: { "content-type": "application/json" } });
      unread = mayWait && isPlain(answer) ? answer.body : undefined;
      // As a body it would be encoded and decoded again: some megabytes for each page of devices.
      return Object.assign(response, { text: () => Promise.resolve(unread ? '{"data":{}}' : answer.text) });
    },
  });
  let data: unknown;
  try {
    data = await client.request(text, variables as object);
  } catch (error) {
    // Before there was an answer the transport has classified the error itself.
    if (asked === undefined) throw error;
    if (!(error instanceof ClientError)) throw classifyUnreadable(asked, error);
    const problems = problemsOf(error);
    if (problems.length === 0) throw classifyForeign(asked);
    return { data: (error.response as { data?: unknown }).data, problems, asked };
  }
  if (asked === undefined) throw new TypeError(`${outgoing.operation} was answered without having been sent.`);
  if (!isMap(data)) throw classifyForeign(asked);
  return { data, problems: [], asked, unread };
}

/**
 * Whether a mutation ran, although its answer has errors as well: each of its fields has a value. One that did not run is null,
 * and false says that it was refused.
 */
function isCarriedOut(data: unknown): boolean {
  const values = isMap(data) ? Object.values(data) : [];
  return values.length > 0 && values.every((value) => value !== null && value !== undefined && value !== false);
}

function problemsOf({ response }: ClientError): GraphqlProblem[] {
  const errors: unknown = response.errors;
  if (!Array.isArray(errors)) return [];
  return errors.map(
    (error: { message?: unknown; path?: readonly (string | number)[]; extensions?: { code?: unknown } } | null) => ({
      message: typeof error?.message === "string" ? error.message : "an error without a message",
      ...(error?.path && { path: error.path.join(".") }),
      ...(typeof error?.extensions?.code === "string" && { code: error.extensions.code }),
    }),
  );
}

interface Head {
  name: string;
  changes: boolean;
}

const heads = new Map<string, Head>();

/** The name of a document's one operation, and whether it changes anything: whatever is not plainly a query does. */
function headOf(text: string): Head {
  const known = heads.get(text);
  if (known) return known;
  const operations = parse(text).definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const head = {
    name: operations[0]?.name?.value ?? "(unnamed)",
    changes: operations.length === 0 || operations.some(({ operation }) => operation !== OperationTypeNode.QUERY),
  };
  heads.set(text, head);
  return head;
}
