import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSource } from "../../../cli/watch/source";
import { exported, recordOf } from "../../drift/state";
import { finding, report } from "../../drift/watch/support";
import { temporaryFolder } from "../../support/run";
import { recordProblems } from "./record";

const before = process.env;
beforeEach(() => {
  process.env = {
    ...before,
    R3_ACCESS_KEY_ID: "KEY7",
    R3_SECRET_ACCESS_KEY: Buffer.from("a-secret-of-tests").toString("base64"),
  };
});
afterEach(() => {
  process.env = before;
});

const stateOf = (...names: string[]) => exported(names.map((name) => recordOf("Device", `80:${name}`, { name }, {}, name)));

async function opened(more: { ignore?: string[] } = {}) {
  const cwd = temporaryFolder({ "dev.json": stateOf("pump") });
  const problems = recordProblems();
  const ending = new AbortController();
  const state = join(cwd, "dev.json");
  const source = await openSource({ cwd, state: [state], ...more }, problems, ending.signal);
  return { source, state, cwd, said: problems.said, ending };
}

const ids = ({ stacks }: { stacks: readonly { resources: readonly { id: string }[] }[] }) =>
  stacks.flatMap(({ resources }) => resources.map(({ id }) => id));

test("the stacks are read at the start, and anew when that is asked for", async () => {
  const { source, state } = await opened();
  expect(ids(source.latest())).toEqual(["80:pump"]);
  writeFileSync(state, stateOf("pump", "fan"));
  expect(ids(source.latest())).toEqual(["80:pump"]);
  const read = await source.read();
  expect(ids(read)).toEqual(["80:pump", "80:fan"]);
  expect(source.latest()).toBe(read);
});

test("the client is kept while its settings stay, since it knows the pace; other settings have one of their own", async () => {
  const { source } = await opened();
  const { context } = source.latest();
  expect((await source.read()).context).toBe(context);
  process.env["R3_ACCESS_KEY_ID"] = "KEY8";
  const other = await source.read();
  expect(other.context).not.toBe(context);
  expect((await source.read()).context).toBe(other.context);
});

test("what can no longer be read is reported, and stays as it was until it can be again", async () => {
  const { source, state, said } = await opened();
  const latest = source.latest();
  rmSync(state);
  expect(await source.read()).toBe(latest);
  expect(said).toEqual([expect.stringMatching(/^failed: The stacks: Reading the state of .*dev\.json failed: /)]);
  writeFileSync(state, stateOf("fan"));
  expect(ids(await source.read())).toEqual(["80:fan"]);
  expect(said.slice(1)).toEqual(["recovered: The stacks"]);
});

test("what cannot be read the first time ends it", async () => {
  const cwd = temporaryFolder();
  const { signal } = new AbortController();
  const opening = openSource({ cwd, state: [join(cwd, "none.json")] }, recordProblems(), signal);
  await expect(opening).rejects.toThrow("Reading the state");
});

test("once the watch ends, that is why nothing can be read", async () => {
  const { source, state, said, ending } = await opened();
  rmSync(state);
  ending.abort(new Error("over"));
  await expect(source.read()).rejects.toThrow("over");
  expect(said).toEqual([]);
});

test("ignore rules of the command line and of the project's file hide findings, those of the file as they stand by then", async () => {
  const { source, cwd } = await opened({ ignore: ["id:80:01 # known"] });
  const all = report([finding({ id: "80:01" }), finding({ id: "80:02" })]);
  const left = () =>
    source
      .latest()
      .hide(all)
      .findings.map(({ id }) => id);
  expect(left()).toEqual(["80:02"]);
  writeFileSync(join(cwd, ".remoteitignore"), "id:80:02 # known\n");
  await source.read();
  expect(left()).toEqual([]);
});

test("what the client warns of is told, what it only says is not", async () => {
  const { source, said } = await opened();
  const { client } = source.latest().context;
  client.log("info", "it waits");
  client.log("warning", "it cannot");
  expect(said).toEqual(["warning: it cannot"]);
});
