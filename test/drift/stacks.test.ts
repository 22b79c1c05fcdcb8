import { findDrift, readStack } from "../../drift";
import { useDriftAccount } from "./account";
import { exported, recordOf } from "./state";

const account = useDriftAccount();
const inStack = (stack: string, type: string, id: string, inputs: object) =>
  recordOf(type, id, inputs, { accountId: account.sandbox.accountId }, "x", stack);

test("what one of several stacks manages is not unmanaged", async () => {
  const [one = "", other = ""] = await account.devices("one", "other");
  const stacks = [
    readStack(exported([inStack("a", "Device", one, { name: "one" })], "a")),
    readStack(exported([inStack("b", "Device", other, { name: "two" })], "b")),
  ];
  const report = await findDrift(account.context(), stacks);
  expect(report).toMatchObject({
    stacks: ["a", "b"],
    inSync: [{ id: one, stack: "a" }],
    findings: [{ status: "changed", id: other, stack: "b" }],
    warnings: [],
  });
  expect(report.findings[0]?.remedy).toContain("--stack b");
});

test("what two stacks manage is warned of, compared for each and counted once", async () => {
  const [id = ""] = await account.devices("one", "unmanaged");
  const stacks = ["a", "b"].map((stack) =>
    readStack(exported([inStack(stack, "Device", stack === "a" ? id : id.toUpperCase(), { name: "one" })], stack)),
  );
  const report = await findDrift(account.context(), stacks);
  expect(report).toMatchObject({ inSync: [{ stack: "a" }, { stack: "b" }], summary: { inSync: 2, unmanaged: 1, coverage: 0.5 } });
  expect(report.warnings).toEqual([expect.stringMatching(/^Managed more than once.*\(stack a\) and .*\(stack b\)/)]);
});

test("what a program only reads is not managed, and is told as read", async () => {
  const [id = ""] = await account.devices("one");
  const read = { ...inStack("dev", "Device", id, { name: "declared otherwise" }), external: true };
  const { findings } = await account.drift([read, { ...read, id: "80:00:00:00:01:00:99:99" }]);
  expect(findings).toMatchObject([{ status: "unmanaged", id, remedy: expect.stringContaining("Stack dev reads it") as string }]);
});

test("what is about to be deleted is neither managed nor missing; its remedy is the deletion", async () => {
  const [id = ""] = await account.devices("one");
  const leaving = { ...inStack("dev", "Device", id, { name: "declared otherwise" }), delete: true };
  const { findings } = await account.drift([leaving, { ...leaving, id: "80:00:00:00:01:00:99:99" }]);
  expect(findings).toMatchObject([
    { status: "unmanaged", id, remedy: expect.stringContaining("`pulumi up --stack dev`") as string },
  ]);
  // The replacement stands beside the old one: then the thing is managed.
  const both = await account.drift([leaving, inStack("dev", "Device", id, { name: "one" })]);
  expect(both).toMatchObject({ findings: [], inSync: [{ id }] });
});

test("an interrupted run is warned of, since what it was making may look unmanaged", async () => {
  const record = inStack("dev", "Device", "80:00:00:00:01:00:99:99", {});
  const text = JSON.stringify({
    version: 3,
    deployment: { resources: [], pending_operations: [{ type: "creating", resource: { ...record, id: undefined } }] },
  });
  const { warnings } = await findDrift(account.context(), [readStack(text, "dev")]);
  expect(warnings).toEqual([expect.stringContaining(record.urn)]);
});

test("what the program told Pulumi to ignore is no drift", async () => {
  const [id = ""] = await account.devices("one");
  await account.byHand("mutation($id: String!) { setAttributes(serviceId: $id, attributes: { a: 1, b: { c: 1 } }) }", { id });
  const record = inStack("dev", "Device", id, { name: "two", tags: ["x"], attributes: { a: 2, b: { c: 2 } } });
  const ignoring = (...ignoreChanges: string[]) => account.drift([{ ...record, ignoreChanges }]);
  const paths = async (...ignored: string[]) => (await ignoring(...ignored)).findings[0]?.changes?.map(({ path }) => path);
  expect(await paths()).toEqual(["name", "tags", "attributes.a", "attributes.b.c"]);
  expect(await paths("name", "attributes")).toEqual(["tags"]);
  expect(await paths("tags", 'attributes["b"]')).toEqual(["name", "attributes.a"]);
  expect(await paths("attributes.*.c", "tags[0]")).toEqual(["name", "tags", "attributes.a"]);
  expect(await paths("*")).toBeUndefined();
});
