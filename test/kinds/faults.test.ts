import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isNonNullType, Kind, parse } from "graphql";
import { controlOf, type Sandbox } from "../../sandbox";
import { adapters, adapterStack, type AdapterStack, type Ran } from "../adapters";
import { expectClean } from "../adapters/account";
import { type Account, type Case, cases, type Held, type Properties, staysOf } from "../cases/case";
import { arm, type Fault } from "../faults/fault";
import { useSandboxes } from "../faults/pool";
import { graphqlAnswer, startProxy } from "../support/proxy";
import { addBystander, declaring, isWrite, newSince, otherThan, thingOf } from "./support";

/**
 * Whatever becomes of one request of an operation: nothing is there twice, nothing is lost, and the next run ends as declared.
 * What the provider promises beyond that for each request, as which error it gives, stands in test/faults/table.ts.
 */
const faults: Record<string, Fault | { kind: "null"; isDone: boolean }> = {
  reset: { kind: "reset" },
  "lost answer": { kind: "lost-answer" },
  "truncated answer": { kind: "truncated" },
  "late answer": { kind: "slow-answer", ms: 600, timeoutSeconds: 0.5 },
  "503": { kind: "status", status: 503 },
  "504, and done": { kind: "gateway-timeout", ms: 100 },
  "GraphQL error": { kind: "graphql-error" },
  "`false`": { kind: "false" },
  "`false`, but done": { kind: "done-but-false" },
  "`null`": { kind: "null", isDone: false },
  "`null`, but done": { kind: "null", isDone: true },
};

/** What a question is struck with: nothing that differs in what becomes of a change. */
const ofQuestions = ["reset", "GraphQL error", "`null`"];

interface Scene {
  account: Account;
  one: Case;
  stack: AdapterStack;
  /** What the account held before the thing. */
  before: Held[];
  declared: Properties;
}

interface Operation {
  /** Whether the account has the thing before its create. */
  isThere?: true;
  /** Whether the resource has it before the operation. */
  isMade?: true;
  run: (scene: Scene) => Promise<Ran>;
  /** What is declared after it; undefined where the thing is to be gone. */
  wanted: (scene: Scene) => Properties | undefined;
}

const operations: Record<string, Operation> = {
  create: { run: ({ one, stack, declared }) => stack.up(declaring(one, declared)), wanted: ({ declared }) => declared },
  adopt: {
    isThere: true,
    run: ({ one, stack, declared }) => stack.up(declaring(one, declared)),
    wanted: ({ declared }) => declared,
  },
  read: { isMade: true, run: ({ stack }) => stack.refresh(), wanted: ({ declared }) => declared },
  update: {
    isMade: true,
    run: ({ one, stack, declared }) => stack.up(declaring(one, { ...declared, ...one.changed })),
    wanted: ({ one, declared }) => ({ ...declared, ...one.changed }),
  },
  delete: { isMade: true, run: ({ stack }) => stack.destroy(), wanted: () => undefined },
};

const lend = useSandboxes();

/** A stack that is ready for the operation. */
async function ready(sandbox: Sandbox, one: Case, { isThere, isMade }: Operation, settings: () => object): Promise<Scene> {
  const account = { sandbox, control: controlOf(sandbox.control) };
  await account.control.reset();
  await addBystander(account.control);
  const before = await one.held(account);
  const declared = isThere ? await one.there(account) : await one.declared(account);
  const { endpoint, accessKeyId, secretAccessKey, developerKey } = sandbox;
  const stack = adapterStack(adapters.dynamic, {
    get default() {
      return { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000", ...settings() };
    },
  });
  if (isMade) expect(await stack.up(declaring(one, declared))).toMatchObject({ created: ["it"], errors: [] });
  return { account, one, stack, before, declared };
}

/** The requests that an operation sends where nothing goes wrong. */
async function requestsOf(sandbox: Sandbox, one: Case, operation: Operation): Promise<string[]> {
  const scene = await ready(sandbox, one, operation, () => ({}));
  const sent = async () => (await scene.account.control.requests()).byOperation;
  const earlier = await sent();
  expect(await operation.run(scene)).toMatchObject({ errors: [] });
  return Object.entries(await sent()).flatMap(([name, times]) => (times > (earlier[name] ?? 0) ? [name] : []));
}

interface Cell {
  one: Case;
  operation: Operation;
  request: string;
  fault: (typeof faults)[string];
  isOnce: boolean;
}

async function cell(sandbox: Sandbox, { one, operation, request, fault, isOnce }: Cell): Promise<void> {
  let settings: Record<string, string> = {};
  const scene = await ready(sandbox, one, operation, () => settings);
  const { account, stack, before } = scene;
  const state = [...stack.state];
  settings = { timeoutSeconds: "0.5", maxRetries: isOnce ? "2" : "0" };
  const disarm =
    fault.kind === "null"
      ? await answerNull(sandbox, request, fault.isDone, isOnce, (endpoint) => (settings = { ...settings, endpoint }))
      : await arm(sandbox, account.control, fault, request, isOnce);
  const first = await operation.run(scene);
  await account.control.settled();
  await disarm();
  settings = {};
  if (operation === operations["read"]) expect([...stack.state]).toEqual(state);
  const { errors } = first.errors.length > 0 ? await operation.run(scene) : first;
  expect(errors).toEqual([]);
  const held = await newSince(one, account, before);
  const wanted = operation.wanted(scene);
  if (!wanted) {
    const left = staysOf(one) ? 1 : 0;
    expect({ held: held.length, state: [...stack.state] }).toEqual({ held: left, state: [] });
  } else {
    expect(held.map(({ id }) => id)).toEqual([thingOf(one, stack)]);
    expect(held.flatMap((thing) => otherThan(one, thing, wanted))).toEqual([]);
    await expectClean(stack, declaring(one, wanted));
  }
  const left = (await one.held(account)).filter(({ id }) => before.some((thing) => thing.id === id));
  expect(left).toEqual(before);
  if (!operation.isThere) return;
  expect(await stack.destroy()).toMatchObject({ errors: [] });
  expect(await newSince(one, account, before)).toEqual(held);
}

/** A server before the sandbox, which answers the request of that name with null: instead of it, or once it is done. */
async function answerNull(
  sandbox: Sandbox,
  request: string,
  isDone: boolean,
  isOnce: boolean,
  use: (endpoint: string) => void,
): Promise<() => Promise<void>> {
  let isOver = false;
  const { url, stop } = await startProxy(sandbox.endpoint, async ({ text, forward, answer }) => {
    const roots = isOver ? [] : rootsOf(text, request);
    isOver ||= isOnce && roots.length > 0;
    const answered = roots.length === 0 || isDone ? await forward() : undefined;
    const data = Object.fromEntries(roots.map((root) => [root, null]));
    answer(answered && roots.length === 0 ? answered : graphqlAnswer({ data }));
  });
  use(url);
  return stop;
}

const schema = buildSchema(readFileSync(join(__dirname, "../../api/schema.graphql"), "utf8"));

/** The names under which the request's answers are given, of those that may be null; none of another request. */
function rootsOf(text: string, request: string): string[] {
  if (!text.startsWith("{")) return [];
  const { query = "" } = JSON.parse(text) as { query?: string };
  const [definition] = parse(query).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || `graphql:${definition.name?.value}` !== request) return [];
  const fields = schema.getRootType(definition.operation)?.getFields() ?? {};
  return definition.selectionSet.selections.flatMap((one) => {
    if (one.kind !== Kind.FIELD || isNonNullType(fields[one.name.value]?.type)) return [];
    return [(one.alias ?? one.name).value];
  });
}

for (const one of cases) {
  describe(one.type, () => {
    for (const [what, operation] of Object.entries(operations)) {
      if (operation === operations["update"] && !one.alter) continue;
      const asked: { requests?: Promise<string[]> } = {};
      for (const [name, fault] of Object.entries(faults)) {
        for (const isOnce of [true, false]) {
          test.concurrent(`${what}, ${name} ${isOnce ? "once" : "always"}, at each of its requests`, () =>
            lend({}, async (sandbox) => {
              const requests = await (asked.requests ??= requestsOf(sandbox, one, operation));
              const isMeant = (request: string) => isWrite(request) || (!isOnce && ofQuestions.includes(name));
              for (const request of requests.filter(isMeant)) {
                await cell(sandbox, { one, operation, request, fault, isOnce }).catch((error: unknown) => {
                  throw new Error(`${request}: ${(error as Error).message}`, { cause: error });
                });
              }
            }),
          );
        }
      }
    }
  });
}
