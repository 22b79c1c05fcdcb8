import { operate } from "../../provider/client";
import { GraphqlError, TransientError } from "../../provider/core/errors";
import { answerByIds, ask, type PendingRead } from "../../provider/inventory/pending-read";

const about = (subject: string) => ({ what: "Reading device", subject });
const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

test("who asks has the answer, and leaves no timer behind", async () => {
  const before = timers();
  const found = { accountId: "A", item: "lamp" };
  const asking = operate(() => ask<string>("1", about("1"), 10, ({ resolve }) => setImmediate(resolve, found)));
  expect(timers()).toBe(before + 1);
  expect(await asking).toBe(found);
  expect(timers()).toBe(before);
});

test("an operation without an end waits without a timer: one so long would fire at once", async () => {
  const before = timers();
  let asked: PendingRead<string> | undefined;
  const asking = operate(() => ask<string>("1", about("1"), 10, (one) => (asked = one)), { seconds: 10_000_000 });
  expect(timers()).toBe(before);
  asked?.resolve({ accountId: "A", item: undefined });
  expect(await asking).toEqual({ accountId: "A", item: undefined });
});

test("once its time is over it waits no longer than one request may take, and says that nothing was sent", async () => {
  const asking = operate(() => ask("1", about("pump"), 0.05, () => undefined), { seconds: 0 });
  await expect(asking).rejects.toBeInstanceOf(TransientError);
  await expect(asking).rejects.toMatchObject({
    subject: "pump",
    reached: "no",
    why: "The time of this operation was over before remote.it had answered.",
    remedy: "Run again; give the resource more time with customTimeouts if that happens often.",
  });
  const late = operate(
    () => ask<string>("1", about("1"), 10, ({ resolve }) => setImmediate(resolve, { accountId: "A", item: "late" })),
    { seconds: 0 },
  );
  expect((await late).item).toBe("late");
});

test("who is cancelled waits no longer", async () => {
  const ending = new AbortController();
  const asking = operate(() => ask("1", about("1"), 10, () => undefined), { signal: ending.signal });
  ending.abort(new Error("Ctrl-C"));
  await expect(asking).rejects.toThrow("Ctrl-C");
});

/** Those who ask for these ids, and what they hear. */
function asking(...ids: string[]) {
  const heard: unknown[] = [];
  const operation = { deadline: Number.POSITIVE_INFINITY };
  const pending = ids.map((id, index): PendingRead<string> => {
    const hears = (what: unknown) => void (heard[index] = what);
    return { id, about: about(id), operation, resolve: ({ item }) => hears(item ?? "none"), reject: hears };
  });
  return { heard, pending };
}

test("one read answers all who ask, each id once, in any case of letters", async () => {
  const { heard, pending } = asking("A1", "b2", "A1", "c3");
  const reads: unknown[] = [];
  const answer = await answerByIds(
    (ids, withTotal, { subject }) => {
      reads.push([ids, withTotal, subject]);
      return Promise.resolve({
        accountId: "A",
        total: 7,
        found: new Map([
          ["a1", "one"],
          ["b2", "two"],
        ]),
        failed: new Map(),
      });
    },
    pending,
    { withTotal: true },
  );
  expect(answer?.total).toBe(7);
  expect(reads).toEqual([[["A1", "b2", "c3"], true, "A1"]]);
  expect(heard).toEqual(["one", "two", "one", "none"]);
});

test("what failed for one is told to that one under its own name; what failed for all, to each", async () => {
  const failure = new GraphqlError({ what: "Reading", why: "No.", remedy: "Again.", errors: [] });
  const one = asking("a", "b");
  await answerByIds(
    () =>
      Promise.resolve({ accountId: "A", total: undefined, found: new Map([["a", "one"]]), failed: new Map([["b", failure]]) }),
    one.pending,
  );
  expect(one.heard[0]).toBe("one");
  expect(one.heard[1]).toMatchObject({ what: "Reading device", subject: "b", why: "No." });
  const all = asking("a", "b");
  expect(await answerByIds(() => Promise.reject(failure), all.pending)).toBeUndefined();
  expect(all.heard).toMatchObject([{ subject: "a" }, { subject: "b" }]);
  const bug = new Error("of ours");
  const other = asking("a");
  await answerByIds(() => Promise.reject(bug), other.pending);
  expect(other.heard).toEqual([bug]);
});
