import fc from "fast-check";
import { createClient, operate } from "../../provider/client";
import { operation } from "../../provider/client/operation";
import { withRetries, type Timing } from "../../provider/client/retry";
import type { Request } from "../../provider/client/send";
import { RateLimitError, RefusedError, type Reached, TransientError } from "../../provider/core/errors";
import { json, type Server, settingsFor, startServer } from "./server";

const about = { what: "Renaming device", subject: '"pump" (80:…)' };
const words = { ...about, why: "It failed.", remedy: "Run again." };
const passing = (reached: Reached, retryAfterSeconds?: number) => new TransientError({ ...words, reached, retryAfterSeconds });
const throttled = (retryAfterSeconds?: number) => new RateLimitError({ ...words, retryAfterSeconds });

/** Time that passes only in pauses, each as long as chance can make it. */
function time(): Timing & { pauses: number[] } {
  const pauses: number[] = [];
  let now = performance.now();
  return {
    pauses,
    now: () => now,
    random: () => 1,
    pause: (milliseconds) => {
      pauses.push(milliseconds / 1000);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

const request = (failures: Error[], more: Partial<Request<string>> = {}): Request<string> => {
  const left = [...failures];
  const attempt = () => {
    const failure = left.shift();
    return failure ? Promise.reject(failure) : Promise.resolve("done");
  };
  return { operation: "GraphQL rename", changes: true, input: {}, about, attempt, ...more };
};
const withTiming = (timing: Timing, maxRetries = 5, said: string[] = []) =>
  withRetries(
    ({ attempt }) => attempt(),
    maxRetries,
    (level, text) => said.push(`${level}: ${text}`),
    timing,
  );

test("pauses may double from half a second up to twenty, by chance", async () => {
  const timing = time();
  const failures = Array.from({ length: 7 }, () => passing("no"));
  expect(await withTiming(timing, 7)(request(failures))).toBe("done");
  expect(timing.pauses).toEqual([0.5, 1, 2, 4, 8, 16, 20]);
});

test("where the server says how long to wait, that long is waited", async () => {
  const timing = time();
  expect(await withTiming(timing)(request([throttled(7), passing("unknown", 3)]))).toBe("done");
  expect(timing.pauses).toEqual([7, 3]);
});

test("every wait of more than a second is told, with its reason and what for", async () => {
  const said: string[] = [];
  await withTiming(time(), 5, said)(request([throttled(7), throttled(1)]));
  expect(said).toEqual(['info: Renaming device "pump" (80:…): It failed. Waiting 7 s before try 2 of 6.']);
});

test("it gives up after the retries that the settings allow, and says how often it tried", async () => {
  const failing = withTiming(time(), 2)(request([passing("no"), passing("no"), passing("no")]));
  await expect(failing).rejects.toThrow('Renaming device "pump" (80:…) failed: It failed. It was tried 3 times. Run again.');
});

test("no retries are made where the settings say 0, and the error is the first one's own", async () => {
  const failure = passing("no");
  await expect(withTiming(time(), 0)(request([failure]))).rejects.toBe(failure);
});

test("a wait that the server asks for beyond the budget is not begun", async () => {
  const timing = time();
  await expect(withTiming(timing)(request([throttled(3600)]))).rejects.toBeInstanceOf(RateLimitError);
  expect(timing.pauses).toEqual([]);
});

test("a wait that ends exactly with the budget, or with the operation's time, is made", async () => {
  const timing = time();
  expect(await withTiming(timing)(request([throttled(120)]))).toBe("done");
  const atTheEnd = () => ({ ...timing, now: () => operation().deadline - 2_000 });
  expect(await operate(() => withTiming(atTheEnd())(request([throttled(2)])))).toBe("done");
  expect(timing.pauses).toEqual([120, 2]);
});

test("an operation neither waits nor sends again beyond its time", async () => {
  const timing = { ...time(), now: () => performance.now() + 299_000 };
  const failing = operate(() => withTiming(timing)(request([throttled(2)])));
  await expect(failing).rejects.toBeInstanceOf(RateLimitError);
  expect(await operate(() => withTiming(timing)(request([throttled(2)])), { waitSeconds: 10 })).toBe("done");
});

test.each([
  ["a refusal", new RefusedError(words), {}, false],
  ["a lost answer to what must be done once", passing("unknown"), { about: { ...about, once: true as const } }, false],
  ["a lost answer to what may be done twice", passing("unknown"), {}, true],
  ["a lost answer to a question", passing("unknown"), { changes: false, about: { ...about, once: true as const } }, true],
  ["what cannot have arrived", passing("no"), { about: { ...about, once: true as const } }, true],
  ["what was throttled", throttled(), { about: { ...about, once: true as const } }, true],
] as const)("%s: sent again or not, as is safe", async (_name, failure, more, isRepeated) => {
  const sending = withTiming(time())(request([failure], more));
  if (isRepeated) expect(await sending).toBe("done");
  else await expect(sending).rejects.toBe(failure);
});

test("whatever fails in whatever order, all pauses together stay within two minutes and the tries within their number", async () => {
  const failure = fc.oneof(
    fc.constant(passing("no")),
    fc.integer({ min: 0, max: 90 }).map((seconds) => throttled(seconds)),
    fc.integer({ min: 0, max: 90 }).map((seconds) => passing("unknown", seconds)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(failure, { maxLength: 30 }), fc.integer({ min: 0, max: 20 }), async (failures, maxRetries) => {
      const timing = time();
      await withTiming(timing, maxRetries)(request(failures)).catch((error: unknown) => expect(error).toHaveProperty("why"));
      expect(timing.pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(120);
      expect(timing.pauses.length).toBeLessThanOrEqual(maxRetries);
    }),
  );
});

describe("over HTTP", () => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());

  test("each try is signed anew, with its own date", async () => {
    const answers = [
      json({}, 503, { "retry-after": "1" }),
      json({ data: { login: { id: "1", email: "e", account: { id: "1", email: "e" } } } }),
    ];
    server.answer = (got, response) => answers.shift()?.(got, response);
    await createClient(settingsFor(server.url, { maxRetries: 1 })).account();
    const [first, second] = server.received;
    expect(first?.headers.date).not.toBe(second?.headers.date);
    expect(first?.headers.authorization).not.toBe(second?.headers.authorization);
  });

  test("a cancelled operation ends its wait at once, with the signal's own reason", async () => {
    const abort = new AbortController();
    const reason = new Error("Ctrl-C");
    const client = createClient(settingsFor(server.url, { maxRetries: 5 }), () => abort.abort(reason));
    server.answer = json({}, 429, { "retry-after": "60" });
    await expect(operate(() => client.account(), { signal: abort.signal })).rejects.toBe(reason);
  });
});
