import { createKeyedMutex } from "../../provider/lifecycle/keyed-mutex";

test("work under one key runs in the order in which it was asked for, whatever becomes of the work before it", async () => {
  const mutex = createKeyedMutex();
  const order: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
      if (fails) throw new Error(`${name} fails`);
      return name;
    };
  const ran = await Promise.allSettled([
    mutex.run("claim", work("first", true)),
    mutex.run("claim", work("second")),
    mutex.run("claim", work("third", true)),
    mutex.run("claim", work("fourth")),
  ]);
  expect(ran).toMatchObject([
    { reason: { message: "first fails" } },
    { value: "second" },
    { reason: { message: "third fails" } },
    { value: "fourth" },
  ]);
  expect(order).toEqual(["first", "second", "third", "fourth"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

test("work under another key does not wait", async () => {
  const mutex = createKeyedMutex();
  let end: () => void = () => undefined;
  const first = mutex.run("one", () => new Promise<void>((resolve) => (end = resolve)));
  expect(await mutex.run("other", () => Promise.resolve("done"))).toBe("done");
  end();
  await first;
});

test("what comes while the second is at work waits for it, although the first has ended", async () => {
  const mutex = createKeyedMutex();
  let end: () => void = () => undefined;
  let hasBegun = false;
  const first = mutex.run("one", () => Promise.resolve());
  const second = mutex.run("one", () => new Promise<void>((resolve) => (end = resolve)));
  await first;
  await new Promise(setImmediate);
  const third = mutex.run("one", () => Promise.resolve((hasBegun = true)));
  await new Promise(setImmediate);
  expect(hasBegun).toBe(false);
  end();
  await Promise.all([second, third]);
  expect(hasBegun).toBe(true);
});
