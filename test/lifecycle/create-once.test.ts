import {
  RateLimitError,
  RefusedError,
  type RemoteitError,
  RestError,
  TransientError,
  ValidationError,
} from "../../provider/core/errors";
import { operate } from "../../provider/client";
import { type Context, createContext, createOnce, createOnlyOnce } from "../../provider/lifecycle";
import { settingsFor } from "../client/server";

const about = { what: "Making lamp", remedy: "Ask the house." };
const lost = (more: object = {}) => new TransientError({ ...about, why: "The answer was lost.", reached: "unknown", ...more });
const unreached = new TransientError({ ...about, why: "Nobody is there.", reached: "no" });
const refused = new RefusedError({ ...about, why: "No." });
const restRefused = new RestError({ ...about, why: "No.", code: undefined, reason: "no" });
const invalid = new ValidationError({ ...about, why: "Not so.", problems: [] });
const limited = new RateLimitError({ ...about, why: "Too much.", retryAfterSeconds: 1 });

let said: string[];
let context: Context;
beforeEach(() => {
  said = [];
  context = createContext(settingsFor("http://127.0.0.1:9", { timeoutSeconds: 0.05, maxRetries: 2 }), (level, message) => {
    said.push(`${level}: ${message}`);
  });
});

/** Answers one after the other, the last one for ever: an error is thrown. And how often it was called. */
function answers<T>(...all: (T | Error)[]) {
  const calls = { count: 0 };
  const call = (): Promise<T> => {
    const answer = all[Math.min(calls.count, all.length - 1)] as T | Error;
    calls.count += 1;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { call, calls };
}

async function once(made: (string | Error)[], found: (string | undefined | Error)[], more: object = {}) {
  const [make, find] = [answers<string>(...made), answers<string | undefined>(...found)];
  const result = await createOnce(context, { make: make.call, find: find.call, ...more }).catch((error: unknown) => error);
  return { result, made: make.calls.count, found: find.calls.count };
}

describe("a creation", () => {
  test("that is answered is sent once, and nothing is looked for", async () => {
    expect(await once(["lamp"], [undefined])).toEqual({ result: "lamp", made: 1, found: 0 });
    expect(said).toEqual([]);
  });

  test.each([refused, restRefused])("that is refused counts as refused once nothing is found: $name", async (refusal) => {
    expect(await once([refusal], [undefined])).toEqual({ result: refusal, made: 1, found: 1 });
    expect(said).toEqual([]);
    expect(await once([refusal], ["lamp"])).toEqual({ result: "lamp", made: 1, found: 1 });
    expect(said).toEqual(["info: Making lamp: remote.it refused it, but it was carried out."]);
  });

  test.each([unreached, invalid, limited])("that fails otherwise fails at once: $name", async (error) => {
    expect(await once([error], ["lamp"])).toEqual({ result: error, made: 1, found: 0 });
  });

  test("whose answer was lost is looked for, and sent again once it is not found", async () => {
    expect(await once([lost(), "lamp"], [undefined])).toMatchObject({ result: "lamp", made: 2 });
    expect(said).toEqual([
      expect.stringMatching(/^info: Making lamp: The answer was lost\. Looking for what it may have made\. /),
    ]);
  });

  test("whose answer was lost is not sent again where it is found", async () => {
    expect(await once([lost()], [undefined, "lamp"])).toEqual({ result: "lamp", made: 1, found: 2 });
    expect(said.at(-1)).toBe("info: Making lamp: its answer was lost, but it was carried out.");
  });

  test("whose answer was lost and that is then refused was carried out before, where it is found", async () => {
    const make = answers<string>(lost(), refused);
    const find = () => Promise.resolve(make.calls.count > 1 ? "lamp" : undefined);
    expect([await createOnce(context, { make: make.call, find }), make.calls.count]).toEqual(["lamp", 2]);
    expect(said.at(-1)).toBe("info: Making lamp: remote.it refused it, but it was carried out before.");
  });

  test("that may still be carried out is never sent again", async () => {
    const { result, made } = await once([lost({ mayStillArrive: true })], [undefined]);
    expect([(result as RemoteitError).why, made]).toEqual(["The answer was lost.", 1]);
    expect((result as RemoteitError).remedy).toContain("makes nothing twice");
  });

  test("is sent as often as retries are allowed, and no more often than its operation has time", async () => {
    expect(await once([lost()], [undefined])).toMatchObject({
      made: 3,
      result: { remedy: expect.stringContaining("Run `pulumi up` again") as string },
    });
    expect(await operate(() => once([lost()], [undefined]), { seconds: 0 })).toMatchObject({ made: 1, found: 1 });
  });

  test("that cannot be looked for is given up, with both reasons", async () => {
    for (const failure of [unreached, limited]) {
      const { result, made } = await once([lost()], [failure]);
      expect((result as RemoteitError).why).toBe(`The answer was lost. It could not be looked for: ${failure.why}`);
      expect(made).toBe(1);
    }
    expect(await once([lost()], [invalid])).toMatchObject({ result: invalid, made: 1 });
  });
});

describe("a creation that works once", () => {
  const unproven = new Error("It may be anybody's.");
  const worksOnce = { unproven: () => Promise.resolve(unproven) };

  test("is sent again after a lost answer, and nothing is looked for", async () => {
    expect(await once([lost(), "lamp"], ["stranger"], { worksOnce })).toEqual({ result: "lamp", made: 2, found: 0 });
    expect(said).toEqual([expect.stringMatching(/^info: Making lamp: The answer was lost\. It is sent again\. /)]);
  });

  test("is refused at first, or unproven after a lost answer", async () => {
    expect(await once([refused], ["stranger"], { worksOnce })).toEqual({ result: refused, made: 1, found: 0 });
    expect(await once([lost(), refused], ["stranger"], { worksOnce })).toEqual({ result: unproven, made: 2, found: 0 });
  });

  test("is given up after as many tries as are allowed", async () => {
    const { result, made } = await once([lost()], ["stranger"], { worksOnce });
    expect([(result as RemoteitError).remedy, made]).toEqual([expect.stringContaining("makes nothing twice"), 3]);
  });
});

describe("a creation that nobody may send twice", () => {
  const rest = { thing: "lamp with number 7", otherwise: "Hang it by hand." };
  const onlyOnce = async (made: string | Error, ...found: (string | undefined)[]) => {
    const [make, find] = [answers<string>(made), answers<string | undefined>(...found)];
    const creating = createOnlyOnce(context, { make: make.call, find: find.call, ...rest });
    return { result: await creating.catch((error: unknown) => error), made: make.calls.count, found: find.calls.count };
  };

  test("is sent once, whatever becomes of it", async () => {
    expect(await onlyOnce("lamp", undefined)).toEqual({ result: "lamp", made: 1, found: 0 });
    expect(await onlyOnce(lost(), undefined, "lamp")).toEqual({ result: "lamp", made: 1, found: 2 });
    expect(said.at(-1)).toBe("warning: Making lamp: its answer was lost, but it was carried out.");
    expect(await onlyOnce(lost(), undefined)).toMatchObject({
      result: { remedy: expect.stringContaining("makes nothing twice") as string },
      made: 1,
    });
    expect(await onlyOnce(unreached, "lamp")).toEqual({ result: unreached, made: 1, found: 0 });
  });

  test.each([refused, invalid])("is looked for after a refusal, which says what else there is to do: $name", async (error) => {
    expect(await onlyOnce(error, "lamp")).toEqual({ result: "lamp", made: 1, found: 1 });
    expect(said.at(-1)).toBe(`warning: Making lamp: ${error.why} It was carried out all the same.`);
    const { result } = await onlyOnce(error, undefined);
    expect(result).toBeInstanceOf(error.constructor);
    expect(result).toMatchObject({
      why: `${error.why} It was refused: the account has no lamp with number 7, so nothing was made.`,
      remedy: "Ask the house. Hang it by hand.",
    });
  });
});
