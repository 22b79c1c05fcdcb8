import { getEventListeners } from "node:events";
import { withRateLimit } from "../../provider/client/rate-limit";
import { operate } from "../../provider/client";
import type { Request, Send } from "../../provider/client/send";
import { RateLimitError } from "../../provider/core/errors";

const once: Send = ({ attempt }) => attempt();
const request = <T>(attempt: () => Promise<T>): Request<T> => ({
  operation: "GraphQL whoAmI",
  changes: false,
  input: {},
  about: { what: "Ask" },
  attempt,
});
const silent = () => undefined;

/** A request that is under way until it is told to end. */
function held() {
  let end: () => void = () => undefined;
  let isUnderWay = false;
  const sent = new Promise<void>((resolve) => (end = resolve));
  return { end: () => end(), isUnderWay: () => isUnderWay, attempt: () => ((isUnderWay = true), sent) };
}

test("eight requests are under way at once, the ninth waits for one of them to end", async () => {
  const send = withRateLimit(once, 1000, silent);
  const requests = Array.from({ length: 9 }, held);
  const all = requests.map(({ attempt }) => send(request(attempt)));
  await Promise.resolve();
  expect(requests.map(({ isUnderWay }) => isUnderWay())).toEqual([...Array<boolean>(8).fill(true), false]);
  requests[0]?.end();
  await all[0];
  await Promise.resolve();
  expect(requests[8]?.isUnderWay()).toBe(true);
  requests.forEach(({ end }) => end());
  await Promise.all(all);
});

test("requests go out in the order in which they came, at the pace that was asked for", async () => {
  const send = withRateLimit(once, 20, silent);
  const went: [number, number][] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      send(request(() => Promise.resolve(void went.push([index, performance.now() - began])))),
    ),
  );
  expect(went.map(([index]) => index)).toEqual(Array.from({ length: 16 }, (_, index) => index));
  // Ten at once, and then one in 50 ms: a pace is the one thing that only time can show. Late is never wrong.
  expect(went[15]?.[1]).toBeGreaterThanOrEqual(6 * 50 - 5);
});

test("after a refusal everything waits as long as remote.it asks", async () => {
  const send = withRateLimit(once, 1000, silent);
  const refusal = new RateLimitError({ what: "Ask", why: "Too much.", remedy: "Wait.", retryAfterSeconds: 0.2 });
  await expect(send(request(() => Promise.reject(refusal)))).rejects.toBe(refusal);
  const began = performance.now();
  await send(request(() => Promise.resolve()));
  expect(performance.now() - began).toBeGreaterThanOrEqual(195);
});

test("a wait of more than a second is told once for all that wait", async () => {
  const said: string[] = [];
  const abort = new AbortController();
  const send = withRateLimit(once, 1, (_level, text) => said.push(text));
  const all = Array.from({ length: 50 }, () => operate(() => send(request(() => Promise.resolve())), { signal: abort.signal }));
  abort.abort(new Error("enough"));
  expect((await Promise.allSettled(all)).filter(({ status }) => status === "fulfilled").length).toBe(1);
  expect(said).toEqual([
    expect.stringMatching(/requests wait up to \d+ s: requests go out at 1 a second \(remoteit:requestsPerSecond is 1\)\.$/),
  ]);
});

test("nothing keeps the process running once nobody waits any more", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const send = withRateLimit(once, 1000, silent);
  const refusal = new RateLimitError({ what: "Ask", why: "Too much.", remedy: "Wait.", retryAfterSeconds: 3600 });
  await expect(send(request(() => Promise.reject(refusal)))).rejects.toBe(refusal);
  const abort = new AbortController();
  const before = timers();
  const waiting = operate(() => send(request(() => Promise.resolve())), { seconds: 7200, signal: abort.signal });
  expect(timers()).toBe(before + 1);
  abort.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
  expect(timers()).toBe(before);
});

test("of requests that are refused together only the first slows the rest down", async () => {
  const said: string[] = [];
  const send = withRateLimit(once, 16, (_level, text) => said.push(text));
  const refusal = new RateLimitError({ what: "Ask", why: "Too much.", remedy: "Wait.", retryAfterSeconds: 0 });
  const burst = Array.from({ length: 8 }, held);
  const refused = burst.map(({ attempt }) => send(request(() => attempt().then(() => Promise.reject(refusal)))));
  burst.forEach(({ end }) => end());
  await Promise.allSettled(refused);
  const abort = new AbortController();
  const waiting = Array.from({ length: 20 }, () =>
    operate(() => send(request(() => Promise.resolve())), { signal: abort.signal }),
  );
  abort.abort(new Error("enough"));
  await Promise.allSettled(waiting);
  expect(said).toEqual([expect.stringContaining("requests go out at 8 a second")]);
});

test("who is cancelled while waiting gives up the place, and nobody listens to the signal any more", async () => {
  const send = withRateLimit(once, 1000, silent);
  const abort = new AbortController();
  const { signal } = abort;
  const underWay = Array.from({ length: 8 }, held);
  const all = underWay.map(({ attempt }) => operate(() => send(request(attempt)), { signal }));
  const waiting = Array.from({ length: 8 }, () => operate(() => send(request(() => Promise.resolve())), { signal }));
  await Promise.resolve();
  expect(getEventListeners(signal, "abort")).not.toEqual([]);
  abort.abort(new Error("enough"));
  for (const one of waiting) await expect(one).rejects.toThrow("enough");
  underWay.forEach(({ end }) => end());
  await Promise.all(all);
  expect(getEventListeners(signal, "abort")).toEqual([]);
  const next = held();
  const sent = send(request(next.attempt));
  await new Promise(setImmediate);
  expect(next.isUnderWay()).toBe(true);
  next.end();
  await sent;
});

test("a request that has gone out leaves no listener behind", async () => {
  const send = withRateLimit(once, 1000, silent);
  const { signal } = new AbortController();
  for (let count = 0; count < 3; count += 1) await operate(() => send(request(() => Promise.resolve())), { signal });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("who cannot wait as long as remote.it asks to fails at once, and leaves neither a place nor a listener behind", async () => {
  const send = withRateLimit(once, 1000, silent);
  const refusal = new RateLimitError({ what: "Ask", why: "Too much.", remedy: "Wait.", retryAfterSeconds: 60 });
  await expect(send(request(() => Promise.reject(refusal)))).rejects.toBe(refusal);
  const { signal } = new AbortController();
  const asked = operate(() => send(request(() => Promise.resolve())), { seconds: 10, signal });
  await expect(asked).rejects.toThrow(/asked to wait (59|60) s more, which is longer than this operation may take/);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
