import { controlOf, startSandbox } from "../../sandbox";
import type { AdapterName } from "../adapters";
import type { Account } from "../cases/case";
import { type Cell, run, type Seen, type Step } from "./run";
import { type Double, type Doubled, doubledOf, doubles, type End, replacedOf, replacements, things } from "./table";

const scene = {} as Account & { stop: () => Promise<void> };
beforeAll(async () => {
  const sandbox = await startSandbox();
  Object.assign(scene, { sandbox, control: controlOf(sandbox.control), stop: sandbox.stop });
});
afterAll(() => scene.stop());

const both: AdapterName[] = ["dynamic", "plugin"];

/** Only the plugin has explicit providers. */
const adaptersOf = (way: Double): AdapterName[] => (way === "once more, through a second provider" ? ["plugin"] : both);

const failed = ({ ran }: Seen): boolean => ran.some(({ errors }) => errors.length > 0);
const said = ({ ran }: Seen): string[] => ran.flatMap((one) => one.said);

function endOf({ things: left, marks }: Seen): End {
  if (left.length === 0) return "deleted";
  return marks.length > 0 ? "stays, marked" : "stays";
}

/** What holds for every cell, whatever its words. */
async function seenIn(one: Cell): Promise<Seen[]> {
  const seen = await run(scene, one);
  const [after] = seen as [Seen];
  const [last] = seen.slice(-1) as [Seen];
  const owned = (look: Seen) => Object.values(look.held);
  for (const look of seen) {
    // What is declared is there.
    expect(look.things).toEqual(expect.arrayContaining(owned(look)));
  }
  // Never two where one is held, and no sharing that nobody is told of.
  expect(after.things).toHaveLength(1);
  if (owned(after).length > 1) expect(said(after).filter((line) => line.startsWith("warning: "))).not.toEqual([]);
  if (one.thing.how === "there") expect(last.things).toEqual(after.things);
  expect(last.held).toEqual({});
  return seen;
}

describe.each(both)("through the %s adapter", (adapter) => {
  describe.each(things.map((thing) => [thing.name, thing] as const))("%s", (_name, thing) => {
    test.each(replacements)("%s", async (way) => {
      const seen = await seenIn({ adapter, thing, way, steps: ["up", "all"] });
      const [after, up, end] = seen as [Seen, Seen, Seen];
      expect(`${failed(after) ? "fails, then " : ""}${endOf(end)}`).toBe(replacedOf(thing, way));
      if (!failed(after)) expect(changesOf(up)).toEqual([]);
    });

    test.each(doubles.filter((way) => adaptersOf(way).includes(adapter)))("%s", async (way) => {
      const ending = async (...steps: Step[]) => (await seenIn({ adapter, thing, way, steps })) as [Seen, Seen, Seen];
      const newFirst = await ending("new", "old");
      const oldFirst = await ending("old", "new");
      const together = await ending("all");
      const next = await ending("up", "all");
      const outcome: Doubled = {
        run: failed(newFirst[0]) ? "fails" : "shared, with a warning",
        up: upOf(next[1]),
        newFirst: endOf(newFirst[2]),
        oldFirst: endOf(oldFirst[2]),
        together: endOf(together[1]),
      };
      expect(outcome).toEqual(doubledOf(thing, way));
    });
  });
});

const changesOf = ({ ran }: Seen): string[] =>
  ran.flatMap(({ created, updated, replaced: anew, deleted }) => [...created, ...updated, ...anew, ...deleted]);

function upOf(up: Seen): Doubled["up"] {
  if (failed(up)) return "fails";
  if (up.held["old"] !== up.held["new"]) return "`new` gets one of its own";
  expect(changesOf(up)).toEqual([]);
  return said(up).some((line) => line.startsWith("warning: ")) ? "warns" : "nothing";
}
