import { RefusedError } from "../../provider/core/errors";
import { confirmGone } from "../../provider/lifecycle";

const refusedError = new RefusedError({ what: "Delete", why: "No.", remedy: "Ask." });
const unseen = () => Promise.reject(new Error("The line is cut."));

/** What the refusal is made of, or "gone". */
async function outcome(send: () => Promise<boolean | null>, look: () => Promise<string | undefined>): Promise<unknown> {
  const told: unknown[] = [];
  const refusal = (item: unknown, why: unknown) => {
    told.push(item, why);
    return new Error("refused");
  };
  try {
    await confirmGone(send, look, refusal);
    return "gone";
  } catch (error) {
    return (error as Error).message === "refused" ? told : error;
  }
}

const [yes, no, nothing] = [true, false, null].map((answer) => () => Promise.resolve(answer));
const fails = () => Promise.reject(refusedError);

test("what was carried out is gone, and nobody looks", async () => {
  expect(await outcome(yes as never, unseen)).toBe("gone");
});

test.each([
  ["false", no],
  ["null", nothing],
  ["an error of remote.it", fails],
])("after %s a look decides, and what cannot be seen counts as there", async (what, send) => {
  const why = what.startsWith("an error") ? refusedError : undefined;
  expect(await outcome(send as never, () => Promise.resolve(undefined))).toBe("gone");
  expect(await outcome(send as never, () => Promise.resolve("there"))).toEqual(["there", why]);
  expect(await outcome(send as never, unseen)).toEqual([undefined, why]);
});

test("a mistake of ours is none of remote.it's answers", async () => {
  const mistake = new TypeError("x is not a function");
  expect(
    await outcome(
      () => Promise.reject(mistake),
      () => Promise.resolve(undefined),
    ),
  ).toBe(mistake);
});
