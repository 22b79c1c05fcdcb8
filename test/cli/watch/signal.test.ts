import { getEventListeners } from "node:events";
import { createSignal } from "../../../cli/watch/signal";

const FOREVER = Number.POSITIVE_INFINITY;

test("a signal wakes whoever waits, and one that nobody waits for is kept for the next", async () => {
  const waking = createSignal();
  const { signal } = new AbortController();
  const waiting = waking.wait(FOREVER, signal);
  waking.send();
  await waiting;
  waking.send();
  waking.send();
  await waking.wait(FOREVER, signal);
  await waking.wait(1, signal); // both were taken as one: only the time is left to end this
});

test("however often it is waited for, nobody listens to the signal any more", async () => {
  const waking = createSignal();
  const { signal } = new AbortController();
  for (let count = 0; count < 3; count += 1) {
    const waiting = waking.wait(FOREVER, signal);
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    waking.send();
    await waiting;
    await waking.wait(1, signal);
  }
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("an end of the watch ends the wait", async () => {
  const waking = createSignal();
  const ending = new AbortController();
  const waiting = waking.wait(FOREVER, ending.signal);
  ending.abort();
  await waiting;
  await waking.wait(FOREVER, ending.signal);
});
