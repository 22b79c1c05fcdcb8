import { getEventListeners } from "node:events";
import { createBell } from "../../../cli/watch/bell";

const FOREVER = Number.POSITIVE_INFINITY;

test("a ring wakes whoever waits, and one that nobody waits for is kept for the next", async () => {
  const bell = createBell();
  const { signal } = new AbortController();
  const waiting = bell.wait(FOREVER, signal);
  bell.ring();
  await waiting;
  bell.ring();
  bell.ring();
  await bell.wait(FOREVER, signal);
  await bell.wait(1, signal); // both rings were heard as one: only the time is left to end this
});

test("however often it is waited for, nobody listens to the signal any more", async () => {
  const bell = createBell();
  const { signal } = new AbortController();
  for (let count = 0; count < 3; count += 1) {
    const waiting = bell.wait(FOREVER, signal);
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    bell.ring();
    await waiting;
    await bell.wait(1, signal);
  }
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("an end of the watch ends the wait", async () => {
  const bell = createBell();
  const ending = new AbortController();
  const waiting = bell.wait(FOREVER, ending.signal);
  ending.abort();
  await waiting;
  await bell.wait(FOREVER, ending.signal);
});
