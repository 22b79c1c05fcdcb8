import { createNotifiers, type Notifier } from "../../../cli/watch/notifiers";
import { driftEvent } from "../../../drift/watch";
import { finding } from "../../drift/watch/support";
import { recordProblems } from "./record";

/** A notifier that passes each on when it is told to; what it was given is noted. */
function held(name: string) {
  const given: string[] = [];
  const waiting: { pass: () => void; fail: (why: Error) => void }[] = [];
  let wake: () => void = () => undefined;
  const notifier: Notifier = {
    name,
    label: `The ${name}`,
    notify: ({ id }) => {
      given.push(id);
      return new Promise<void>((pass, fail) => {
        waiting.push({ pass, fail });
        wake();
      });
    },
  };
  /** The call under way; waits until there is one. */
  const call = async () => {
    while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return waiting.shift();
  };
  return {
    notifier,
    given,
    pass: async () => (await call())?.pass(),
    fail: async (why = "no answer") => (await call())?.fail(new Error(why)),
  };
}

function passing(...notifiers: Notifier[]) {
  const ending = new AbortController();
  const problems = recordProblems();
  const notified: string[] = [];
  const passOn = createNotifiers(notifiers, ({ id }, name) => void notified.push(`${name} ${id}`), problems, ending.signal);
  const notify = (id: string, ...names: string[]) => {
    const one = finding({ id });
    passOn.notify(driftEvent(one, { id: "mine" }, new Date()), one, names);
  };
  return { notify, notified, said: problems.said, ending };
}

const settled = () => new Promise(setImmediate);

test("one is passed on after the other, in their order, each to those that are named", async () => {
  const [url, command] = [held("url"), held("command")];
  const { notify, notified } = passing(url.notifier, command.notifier);
  notify("a", "url", "command");
  notify("b", "url");
  await url.pass();
  await settled();
  expect([url.given, command.given, notified]).toEqual([["a", "b"], ["a"], ["url a"]]);
  await url.pass();
  await command.pass();
  await settled();
  expect(notified).toEqual(["url a", "url b", "command a"]);
});

test("one that is slow holds up nobody else, and gets no second at the same time", async () => {
  const [slow, quick] = [held("slow"), held("quick")];
  const { notify, notified } = passing(slow.notifier, quick.notifier);
  for (const id of ["a", "b"]) notify(id, "slow", "quick");
  await quick.pass();
  await quick.pass();
  await settled();
  expect(notified).toEqual(["quick a", "quick b"]);
  expect(slow.given).toEqual(["a"]);
});

test("a name that is none of them is passed over: what was pending may be of one that is no longer asked for", () => {
  expect(() => passing(held("url").notifier).notify("a", "command")).not.toThrow();
});

test("a failure is told once, the finding counts as passed on, and so is how many were lost once it works again", async () => {
  const url = held("url");
  const { notify, notified, said } = passing(url.notifier);
  for (const id of ["a", "b", "c", "d"]) notify(id, "url");
  await url.fail();
  await url.fail("another reason");
  await url.pass();
  await url.pass();
  await settled();
  expect(notified).toEqual(["url a", "url b", "url c", "url d"]);
  expect(said).toEqual([
    "info: The url could not be notified of Device a: no answer. The watch goes on.",
    "info: The url is notified again; it missed 2 before.",
  ]);
  notify("e", "url");
  await url.fail();
  await settled();
  expect(said.slice(2)).toEqual(["info: The url could not be notified of Device e: no answer. The watch goes on."]);
});

test("what the end of the watch cuts off stays pending, and is no failure; what waits is not begun", async () => {
  const url = held("url");
  const { notify, notified, said, ending } = passing(url.notifier);
  for (const id of ["a", "b"]) notify(id, "url");
  await settled();
  ending.abort(new Error("over"));
  await url.fail("aborted");
  await settled();
  expect([url.given, notified, said]).toEqual([["a"], [], []]);
});

test("beyond a thousand that wait each is given up at once and told of; those that wait are still passed on", async () => {
  const url = held("url");
  const { notify, notified, said } = passing(url.notifier);
  for (let count = 1; count <= 1_000; count += 1) notify(`${count}`, "url");
  expect([notified, said]).toEqual([[], []]);
  notify("beyond", "url");
  expect(notified).toEqual(["url beyond"]);
  expect(said).toEqual(["warning: 1000 findings wait for The url: it is not notified of further ones."]);
  await url.pass();
  await settled();
  notify("with room again", "url");
  for (let count = 0; count < 1_000; count += 1) await url.pass();
  await settled();
  expect(notified.at(-1)).toBe("url with room again");
  expect(notified).toHaveLength(1_002);
});
