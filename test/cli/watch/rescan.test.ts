import { writeFileSync } from "node:fs";
import { useWatch } from "./support";

const account = useWatch();

async function pump(declared: object = {}) {
  const [deviceId = ""] = await account.devices("pump");
  const record = await account.make("Device", { deviceId, name: "pump", ...declared }, "pump");
  return { id: deviceId, record, at: account.here([record]) };
}

test("what no webhook tells of is found at the next scan of everything", async () => {
  const { id, at } = await pump({ tags: ["a"] });
  const watching = await account.watch(at, ["--interval", "300ms"]);
  await account.byHand('mutation($id: String!) { addTag(serviceId: [$id], name: ["b"]) }', { id });
  expect(await watching.events(1)).toMatchObject([{ status: "changed", id, changes: [{ path: "tags" }] }]);
  await watching.says("Compared", watching.stderr().split("Compared").length - 1 + 2);
  watching.child.kill("SIGTERM");
  // However often it is found, it is reported once.
  expect((await watching.ended).stdout.trim().split("\n")).toHaveLength(1);
});

test("what was looked at and is resolved is looked at again by the next scan of everything", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  await account.hook(watching);
  await account.rename(id, "by hand");
  await account.comesOnline(id);
  expect(await watching.events(1)).toMatchObject([{ event: "drift" }]);
  await account.rename(id, "pump");
  await account.control.agentState(id, "offline");
  expect(await watching.events(2)).toMatchObject([{}, { event: "resolved" }]);
  await account.rename(id, "by another hand"); // of a name, no webhook tells
  watching.child.kill("SIGHUP");
  expect(await watching.events(3)).toMatchObject([{}, {}, { event: "drift", id, changes: [{ actual: "by another hand" }] }]);
});

test("SIGHUP reads the stack anew: what `pulumi up` has changed is no drift", async () => {
  const { id, record, at } = await pump();
  const watching = await account.watch(at);
  await account.rename(id, "renamed by the program");
  at.writeState([{ ...record, inputs: { ...record.inputs, name: "renamed by the program" } }]);
  watching.child.kill("SIGHUP");
  await watching.says("Compared", 2);
  expect(watching.stderr()).toContain("No drift: 1 resource as declared");
  at.writeState([record]);
  watching.child.kill("SIGHUP");
  expect(await watching.events(1)).toMatchObject([{ event: "drift", id }]);
});

test("a device that moves after a `pulumi up` is compared with the new state, although no scan has read it yet", async () => {
  const { id, record, at } = await pump();
  const watching = await account.watch(at);
  await account.hook(watching);
  await account.rename(id, "renamed by the program");
  at.writeState([{ ...record, inputs: { ...record.inputs, name: "renamed by the program" } }]);
  await account.comesOnline(id);
  await account.asked("graphql:getDevicesById", 2);
  await account.rename(id, "by hand");
  await account.comesOnline(id);
  expect(await watching.events(1)).toMatchObject([{ id, changes: [{ expected: "renamed by the program", actual: "by hand" }] }]);
});

test("a state that cannot be read is reported once, and the one before is gone on with", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  at.writeState([{ broken: true, type: "pulumi-nodejs:dynamic/remoteit:Device" }]);
  for (const times of [2, 3]) {
    watching.child.kill("SIGHUP");
    await watching.says("Compared", times);
  }
  await account.rename(id, "by hand");
  watching.child.kill("SIGHUP");
  expect(await watching.events(1)).toMatchObject([{ id, status: "changed" }]);
  expect(watching.stderr().match(/Reading the state of stack/g)).toHaveLength(1);
});

test("an ignored finding is not reported, and one that is ignored from now on is not called resolved", async () => {
  const { id, at } = await pump();
  await account.rename(id, "by hand");
  const watching = await account.watch(at, ["--ignore", "path:tags.** # by the installer"]);
  expect(await watching.events(1)).toHaveLength(1);
  writeFileSync(`${at.cwd}/.remoteitignore`, "path:name # the people there name it\n");
  watching.child.kill("SIGHUP");
  await watching.says("Compared", 2);
  watching.child.kill("SIGTERM");
  expect((await watching.ended).stdout.trim().split("\n")).toHaveLength(1);
});
