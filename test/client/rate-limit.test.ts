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

describe("by a clock that the test moves on", () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const refusal = (retryAfterSeconds?: number) =>
    new RateLimitError({ what: "Ask", why: "Too much.", remedy: "Wait.", retryAfterSeconds });
  const refuse = (send: Send, seconds?: number) => {
    const sending = send(request(() => Promise.reject(refusal(seconds))));
    sending.catch(() => undefined);
    return sending;
  };
  const forever = <T>(work: () => Promise<T>) => operate(work, { waitSeconds: Number.POSITIVE_INFINITY });

  /** When each of so many requests that come at once goes out, in milliseconds from now, within that time. */
  async function outgoing(send: Send, count: number, within: number): Promise<number[]> {
    const from = performance.now();
    const at: number[] = [];
    for (let index = 0; index < count; index += 1) {
      void forever(() => send(request(() => Promise.resolve(at.push(Math.round(performance.now() - from))))));
    }
    await jest.advanceTimersByTimeAsync(within);
    return at;
  }

  test("half a second's worth goes out at once, one at least, and no more after a long rest", async () => {
    for (const [perSecond, atOnce] of [
      [10, 5],
      [1, 1],
      [0.5, 1],
    ] as const) {
      const send = withRateLimit(once, perSecond, silent);
      expect(await outgoing(send, 8, 0)).toHaveLength(atOnce);
      await jest.advanceTimersByTimeAsync(600_000);
      expect(await outgoing(send, 8, 0)).toHaveLength(atOnce);
      await jest.advanceTimersByTimeAsync(600_000);
    }
  });

  test.each([
    [1, 8],
    [2, 4],
    [3, 2],
    [4, 1],
    [5, 0.5],
    [6, 0.5],
  ])("after %d refusals one goes out, and the others at half the pace each time: at %d a second", async (times, rate) => {
    const send = withRateLimit(once, 16, silent);
    for (let count = 0; count < times; count += 1) {
      await jest.advanceTimersByTimeAsync(3_000);
      await expect(refuse(send, 0)).rejects.toThrow("Too much.");
    }
    const [first, second = 0] = await outgoing(send, 2, 5_000);
    expect(first).toBe(0);
    // The one that has passed has brought back a hundredth of 16.
    expect(Math.abs(second - 1000 / (rate + 0.16))).toBeLessThan(3);
  });

  test("each request that passes brings back a hundredth of the pace, and no more than was asked for", async () => {
    const send = withRateLimit(once, 16, silent);
    await expect(refuse(send, 0)).rejects.toThrow();
    await outgoing(send, 25, 10_000); // 8 + 25 × 0.16 = 12
    await expect(refuse(send, 0)).rejects.toThrow();
    const [, second] = await outgoing(send, 2, 1_000); // 6, and 6.16 once one has passed
    expect(second).toBeGreaterThanOrEqual(162);
    expect(second).toBeLessThanOrEqual(167);
    await outgoing(send, 300, 60_000);
    await jest.advanceTimersByTimeAsync(10_000);
    const all = await outgoing(send, 20, 5_000);
    expect(all.filter((at) => at === 0)).toHaveLength(8);
    expect((all[19] ?? 0) - (all[18] ?? 0)).toBeGreaterThanOrEqual(62);
  });

  test("a wait that remote.it asks for is not shortened by a later one, and is a second where it names none", async () => {
    const send = withRateLimit(once, 1000, silent);
    const together = [refuse(send, 5), refuse(send, 1)];
    await Promise.allSettled(together);
    expect(await outgoing(send, 1, 4_900)).toEqual([]);
    await jest.advanceTimersByTimeAsync(200);
    await expect(refuse(send)).rejects.toThrow();
    expect(await outgoing(send, 1, 950)).toEqual([]);
    const before = performance.now();
    let went = 0;
    void forever(() => send(request(() => Promise.resolve((went = performance.now())))));
    await jest.advanceTimersByTimeAsync(200);
    expect(went - before).toBeGreaterThan(40);
    expect(went - before).toBeLessThan(60);
  });

  test("a wait longer than a timer can take is waited all the same", async () => {
    const send = withRateLimit(once, 1000, silent);
    await expect(refuse(send, 10_000_000)).rejects.toThrow();
    expect(await outgoing(send, 1, 3_600_000)).toEqual([]);
  });

  test("that many wait is told at once, again after ten seconds, and with why", async () => {
    const said: string[] = [];
    const send = withRateLimit(once, 2, (level, text) => said.push(`${level}: ${text}`));
    void outgoing(send, 40, 0);
    await jest.advanceTimersByTimeAsync(9_900);
    // Of the last to come, the one that is told is the first: the others are within the ten seconds.
    expect(said).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_200);
    expect(said).toHaveLength(2);
    expect(said[1]).toMatch(
      /^info: \d+ requests wait up to \d+ s: requests go out at 2 a second \(remoteit:requestsPerSecond is 2\)\.$/,
    );
    await jest.advanceTimersByTimeAsync(60_000);
    said.length = 0;
    await expect(refuse(send, 30)).rejects.toThrow();
    await outgoing(send, 3, 0);
    expect(said).toEqual(["info: 1 requests wait up to 30 s: remote.it asked to wait (remoteit:requestsPerSecond is 2)."]);
  });

  test("a wait of less than a second is not told", async () => {
    const said: string[] = [];
    const send = withRateLimit(once, 10, (_level, text) => said.push(text));
    await outgoing(send, 14, 2_000);
    expect(said).toEqual([]);
    await jest.advanceTimersByTimeAsync(10_000);
    await outgoing(send, 16, 2_000);
    expect(said).toHaveLength(1);
  });

  test("who is turned away hears how long remote.it asks to wait, and what to do", async () => {
    const send = withRateLimit(once, 1000, silent);
    await expect(refuse(send, 400)).rejects.toThrow();
    await expect(operate(() => send(request(() => Promise.resolve())))).rejects.toMatchObject({
      why: "remote.it limits the rate of requests and asked to wait 400 s more, which is longer than this operation may take. Nothing was sent.",
      remedy: "Wait 400 s and run again; lower remoteit:requestsPerSecond if it happens often.",
      retryAfterSeconds: 400,
    });
  });

  test("one that waits already is turned away when a wait begins that is longer than it may take", async () => {
    const send = withRateLimit(once, 1, silent);
    const first = held();
    const refused = send(request(() => first.attempt().then(() => Promise.reject(refusal(60)))));
    refused.catch(() => undefined);
    const short = operate(() => send(request(() => Promise.resolve("short"))), { seconds: 30 });
    const long = operate(() => send(request(() => Promise.resolve("long"))), { seconds: 90 });
    const turnedAway = expect(short).rejects.toThrow("asked to wait 60 s more");
    first.end();
    await expect(refused).rejects.toThrow("Too much.");
    await turnedAway;
    await jest.advanceTimersByTimeAsync(61_000);
    expect(await long).toBe("long");
  });
});
