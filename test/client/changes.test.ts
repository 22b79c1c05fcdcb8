import { type Change, type Ending, withNotice } from "../../provider/client/changes";
import type { Request } from "../../provider/client/send";
import { RefusedError, TransientError } from "../../provider/core/errors";

const device = "80:00:00:00:01:0A:00:01";
const service = "80:00:00:00:01:0a:00:02";
const failure = { what: "Change", why: "No.", remedy: "Ask." };

const collections = ["devices"];

const request = (changes: boolean, answer: unknown, input: object = { ids: [device], service }): Request<unknown> => ({
  operation: "GraphQL rename",
  changes,
  ...(changes && { invalidates: collections }),
  input,
  about: { what: "Change" },
  attempt: () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)),
});

/** What is told of a request, and what comes of it. */
async function told(one: Request<unknown>) {
  const heard: (Change | Ending)[] = [];
  const send = withNotice(
    ({ attempt }) => attempt(),
    (change) => {
      heard.push(change);
      return (ending) => heard.push(ending);
    },
  );
  return { outcome: await send(one).catch((error: unknown) => error), heard };
}

const ids = [device, service];

test("a change is told of before it is sent, with every id that it names, and when it is over", async () => {
  expect(await told(request(true, "done"))).toEqual({
    outcome: "done",
    heard: [
      { ids, collections },
      { isDoubtful: false, effects: [] },
    ],
  });
  expect((await told(request(true, "done", { name: "80:00:00" }))).heard[0]).toEqual({ ids: [], collections });
});

test("what the answer tells of a change is known once it is over, and of one that failed nothing is", async () => {
  const effect = { id: device, apply: (item: unknown) => item };
  const known = (answer: unknown) => told({ ...request(true, answer), effects: () => [effect] });
  expect((await known("done")).heard[1]).toEqual({ isDoubtful: false, effects: [effect] });
  expect((await known(new RefusedError(failure))).heard[1]).toEqual({ isDoubtful: false, effects: [] });
});

test("a question is not told of", async () => {
  expect(await told(request(false, "answer"))).toEqual({ outcome: "answer", heard: [] });
});

test.each<[string, Error, boolean]>([
  ["is refused", new RefusedError(failure), false],
  ["never arrives", new TransientError({ ...failure, reached: "no" }), false],
  ["loses its answer", new TransientError({ ...failure, reached: "unknown" }), true],
])("a change that %s is told of once it is over as well", async (_what, error, isDoubtful) => {
  expect(await told(request(true, error))).toEqual({
    outcome: error,
    heard: [
      { ids, collections },
      { isDoubtful, effects: [] },
    ],
  });
});

test("a change that does not declare what it invalidates is never sent: that is a mistake in our code", async () => {
  const { outcome, heard } = await told({ ...request(true, "done"), invalidates: undefined });
  expect(String(outcome)).toBe("TypeError: GraphQL rename changes the account: declare it with defineMutation.");
  expect(heard).toEqual([]);
});
