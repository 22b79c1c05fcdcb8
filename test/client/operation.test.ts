import { getEventListeners } from "node:events";
import { operate, operateFor, type Operation, operation, secondsLeft, unlessAborted } from "../../provider/client";
import { timeIsOver } from "../../provider/client/operation";

/** The operation that work for these operations is. */
const together = (...members: Operation[]): Promise<Operation> => operateFor(members, () => Promise.resolve(operation()));

const until = (deadline: number, more: Partial<Operation> = {}): Operation => ({ deadline, ...more });

test("without an operation there is time without end; in one there is its own", async () => {
  expect([secondsLeft(), timeIsOver()]).toEqual([Number.POSITIVE_INFINITY, false]);
  const left = await operate(() => Promise.resolve(secondsLeft()), { seconds: 50 });
  expect(left).toBeGreaterThan(45);
  expect(left).toBeLessThanOrEqual(50);
  expect(await operate(() => Promise.resolve(secondsLeft()), { waitSeconds: 60 })).toBeGreaterThan(355);
  expect(await operate(() => Promise.resolve(timeIsOver()), { seconds: -1 })).toBe(true);
  expect(await operate(() => Promise.resolve(timeIsOver()), { seconds: 1 })).toBe(false);
});

describe("work for several operations", () => {
  test("goes on for as long as the most patient can wait", async () => {
    expect((await together(until(10), until(30), until(20))).deadline).toBe(30);
  });

  test("of one alone is that operation itself", async () => {
    const one = until(10, { signal: new AbortController().signal, limit: { most: 1, sent: 0 } });
    expect(await together(one, one)).toBe(one);
    expect(await together(one, until(10))).not.toBe(one);
  });

  test("counts for who counts", async () => {
    const limit = { most: 5, sent: 2 };
    expect((await together(until(1), until(2, { limit }))).limit).toBe(limit);
    expect((await together(until(1), until(2))).limit).toBeUndefined();
  });

  test("ends once all of them are cancelled, with the reason of the last", async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const { signal } = await together(until(1, { signal: one.signal }), until(2, { signal: other.signal }));
    one.abort(new Error("first"));
    expect(signal?.aborted).toBe(false);
    other.abort(new Error("last"));
    expect(signal?.aborted).toBe(true);
    expect((signal?.reason as Error).message).toBe("last");
  });

  test("never ends for one that cannot be cancelled, and ends at once where all are cancelled already", async () => {
    const ending = new AbortController();
    const { signal } = await together(until(1, { signal: ending.signal }), until(2));
    ending.abort(new Error("enough"));
    expect(signal?.aborted ?? false).toBe(false);
    const over = await together(until(1, { signal: ending.signal }), until(2, { signal: AbortSignal.abort(new Error("too")) }));
    expect(over.signal?.aborted).toBe(true);
  });
});

describe("what waits for an answer", () => {
  test("has it, and leaves no listener behind", async () => {
    const { signal } = new AbortController();
    expect(await operate(() => unlessAborted(Promise.resolve("answer")), { signal })).toBe("answer");
    await expect(operate(() => unlessAborted(Promise.reject(new Error("no"))), { signal })).rejects.toThrow("no");
    await new Promise(setImmediate);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(await unlessAborted(Promise.resolve("answer"))).toBe("answer");
  });

  test("waits no longer once its operation is cancelled, or where it is already", async () => {
    const never = new Promise<never>(() => undefined);
    const ending = new AbortController();
    const waiting = operate(() => unlessAborted(never), { signal: ending.signal });
    ending.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    await expect(operate(() => unlessAborted(never), { signal: ending.signal })).rejects.toThrow("enough");
  });
});
