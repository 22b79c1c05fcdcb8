import { operate } from "../../provider/client";
import { poll, waitOf } from "../../provider/lifecycle";
import { pauseFor } from "../../provider/lifecycle/poll";

const watched = (...answers: (string | undefined)[]) => {
  const said: string[] = [];
  const seen = { looks: 0, said, log: (_level: string, message: string) => void said.push(message) };
  const look = () => Promise.resolve(answers[Math.min((seen.looks += 1), answers.length) - 1]);
  return { ...seen, seen, look };
};

test("what is there at once is not waited for, and without time it is looked for once", async () => {
  const there = watched("it");
  expect(await poll(there, 10, "Not yet.", there.look)).toBe("it");
  const never = watched(undefined);
  expect(await poll(never, 0, "Not yet.", never.look)).toBeUndefined();
  expect([there.seen.looks, never.seen.looks, there.said, never.said]).toEqual([1, 1, [], []]);
});

test("the last look is at the end of the time, and what is waited for is told once", async () => {
  const late = watched(undefined, "it");
  expect(await poll(late, 0.05, "Not yet.", late.look)).toBe("it");
  expect(late.said).toEqual(["Not yet. Waiting up to 1 s."]);
  const never = watched(undefined);
  const began = performance.now();
  expect(await poll(never, 0.05, "Not yet.", never.look)).toBeUndefined();
  expect(performance.now() - began).toBeGreaterThanOrEqual(45);
  expect(never.seen.looks).toBeGreaterThanOrEqual(2);
  expect(never.said).toHaveLength(1);
});

test("it ends with its operation, with a last look that can still be sent", async () => {
  const never = watched(undefined);
  const began = performance.now();
  await operate(() => poll(never, 60, "Not yet.", never.look), { seconds: 0.15 });
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(never.seen.looks).toBeGreaterThanOrEqual(2);
});

test("who cancels waits no longer", async () => {
  const ending = new AbortController();
  const waiting = operate(() => pauseFor(60), { signal: ending.signal });
  ending.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
});

test("a wait is as long as was asked, or as its operation, and says what makes it longer", async () => {
  expect(waitOf(60, "create")).toEqual({ seconds: 60, longer: "waitSeconds" });
  expect(await operate(() => Promise.resolve(waitOf(60, "delete")), { seconds: 5 })).toEqual({
    seconds: 5,
    longer: "a longer customTimeouts.delete",
  });
  expect(await operate(() => Promise.resolve(waitOf(5, "create")), { seconds: 5 })).toEqual({
    seconds: 5,
    longer: "a longer customTimeouts.create",
  });
  expect(await operate(() => Promise.resolve(waitOf(5, "create")), { seconds: -1 })).toMatchObject({ seconds: 0 });
});
