import { createHash, randomUUID } from "node:crypto";
import type * as grpc from "@grpc/grpc-js";
import { ListResponse, type ListRequest } from "@pulumi/pulumi/proto/provider_pb";
import { check, refusal } from "../../core/check";
import { ValidationError } from "../../core/errors";
import type { Fields } from "../../core/field";
import type { Live, Resource } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import type { Context } from "../../domains";
import type { Session } from "../sessions";
import { resourceNamed } from "../types";
import { decode } from "../values/decode";
import { operation } from "./operation";
import { spokenOfMany } from "../../core/spoken";

/** Results in one answer, where the engine asks for no fewer: as many as remote.it gives in one page. */
const PAGE = 1000;

/** Lists that somebody may go on with, of one provider. */
const KEPT = 16;

type Items = AsyncIterator<Live<Fields, Fields>>;

/** A list between two of its pages. */
interface Open {
  items: Items;
  /** How many it has given. */
  given: number;
}

/** What is listed. */
interface Asked {
  resource: Resource<Context>;
  query: object;
}

const open = new WeakMap<Session, Map<string, Open>>();

export type ListStream = grpc.ServerWritableStream<ListRequest, ListResponse>;

/** One page of the resources of a type; the token goes on with the scan where the page before has left it. */
export async function listResources(stream: ListStream, session: Session): Promise<void> {
  const request = stream.request;
  const query = decode(request.getQuery()).values;
  if (isUnknown(query)) return void stream.write(new ListResponse().setComputed(new ListResponse.Computed()));
  const asked: Asked = { resource: resourceNamed(request.getToken()), query };
  const limit = request.getLimit() > 0 ? request.getLimit() : Number.POSITIVE_INFINITY;
  const size = Math.min(request.getPageSize() > 0 ? request.getPageSize() : PAGE, limit);
  await operation(session, 0, 0, async () => {
    const list = await resume(session, asked, request.getContinuationToken());
    for (let count = 0; count < size; count += 1) {
      const next = await list.items.next();
      if (next.done === true) return;
      list.given += 1;
      stream.write(new ListResponse().setResult(result(next.value)));
    }
    if (size === limit) return;
    const token = keep(session, asked, list);
    stream.write(new ListResponse().setContinuation(new ListResponse.Continuation().setContinuationToken(token)));
  });
}

function result({ id, inputs }: Live<Fields, Fields>): ListResponse.Result {
  const { name } = inputs as { name?: unknown };
  const answer = new ListResponse.Result();
  answer.setId(id);
  if (typeof name === "string") answer.setName(name);
  return answer;
}

/** The list that the token names or, where this process has it no more, a new one without what was given already. */
async function resume(session: Session, asked: Asked, token: string): Promise<Open> {
  const { resource, query } = asked;
  const given = token === "" ? 0 : givenBefore(asked, token);
  const kept = open.get(session)?.get(token);
  if (kept) {
    open.get(session)?.delete(token);
    return kept;
  }
  const items = resource.list(session.context, filterOf(resource, query))[Symbol.asyncIterator]();
  for (let count = 0; count < given; count += 1) if ((await items.next()).done === true) break;
  return { items, given };
}

/** How many of the list were given before. @throws ValidationError where the token is none of ours, or of another list. */
function givenBefore(asked: Asked, token: string): number {
  const [, given, list] = /^[\da-f-]{36}:(\d{1,15}):([\w-]+)$/.exec(token) ?? [];
  if (given !== undefined && list === nameOf(asked)) return Number(given);
  throw new ValidationError({
    what: `List the ${asked.resource.type}s`,
    why: "The continuation token is not one that this list gave.",
    remedy: "Begin without a token, and take the one that each page gives to ask for the next, with the same type and query.",
  });
}

/** Tells lists apart in their tokens. */
function nameOf({ resource, query }: Asked): string {
  const text = JSON.stringify([resource.type, Object.entries(query).sort()]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

function keep(session: Session, asked: Asked, list: Open): string {
  const lists = open.get(session) ?? new Map<string, Open>();
  open.set(session, lists);
  const token = `${randomUUID()}:${list.given}:${nameOf(asked)}`;
  lists.set(token, list);
  const [oldest] = lists.keys();
  if (lists.size > KEPT && oldest !== undefined) lists.delete(oldest);
  return token;
}

function filterOf({ type, filters }: Resource<Context>, query: object): Record<string, unknown> {
  const { inputs, problems } = check({ type: `The list of ${type}s`, inputs: filters }, { ...query }, true);
  if (problems.length > 0) throw refusal({ what: `Listing ${spokenOfMany(type)}` }, "query", problems);
  return inputs;
}
