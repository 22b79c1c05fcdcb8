import { type Change, withNotice } from "../../provider/client/changes";
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
async function told(one: Request<unknown>): Promise<{ changes: Change[]; outcome: unknown }> {
  const changes: Change[] = [];
  const send = withNotice(
    ({ attempt }) => attempt(),
    (change) => changes.push(change),
  );
  return { outcome: await send(one).catch((error: unknown) => error), changes };
}

const ids = [device, service];

test("a change is told of before it is sent and when it is over, with every id that it names", async () => {
  expect(await told(request(true, "done"))).toEqual({
    outcome: "done",
    changes: [
      { ids, collections, isDoubtful: false },
      { ids, collections, isDoubtful: false },
    ],
  });
  expect((await told(request(true, "done", { name: "80:00:00" }))).changes).toEqual([
    { ids: [], collections, isDoubtful: false },
    { ids: [], collections, isDoubtful: false },
  ]);
});

test("a question is not told of", async () => {
  expect(await told(request(false, "answer"))).toEqual({ outcome: "answer", changes: [] });
});

test.each<[string, Error, boolean]>([
  ["is refused", new RefusedError(failure), false],
  ["never arrives", new TransientError({ ...failure, reached: "no" }), false],
  ["loses its answer", new TransientError({ ...failure, reached: "unknown" }), true],
])("a change that %s is told of once it is over as well", async (_what, error, isDoubtful) => {
  expect(await told(request(true, error))).toEqual({
    outcome: error,
    changes: [
      { ids, collections, isDoubtful: false },
      { ids, collections, isDoubtful },
    ],
  });
});

test("a change that does not declare what it invalidates is never sent: that is a mistake in our code", async () => {
  const { outcome, changes } = await told({ ...request(true, "done"), invalidates: undefined });
  expect(String(outcome)).toBe("TypeError: GraphQL rename changes the account: declare it with defineMutation.");
  expect(changes).toEqual([]);
});
