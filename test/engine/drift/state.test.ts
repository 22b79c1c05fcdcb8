import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStack } from "../../../drift";
import { inlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice } from "../support/contents";
import { driftOf } from "./support";

let account: TestAccount;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.stop());

test("an export and the backend's own file say the same, also of a stack that holds nothing yet", async () => {
  const { deviceId } = await claimedDevice(account.control);
  const stack = await inlineStack({
    config: account.config,
    program: ({ remoteit }) => new remoteit.Device("pump", { deviceId }),
  });
  expect(readStack((await stack.state()).text, "dev")).toEqual({ name: "dev", resources: [], interrupted: [] });
  await stack.up();
  const exported = readStack((await stack.state()).text);
  expect(exported).toMatchObject({
    name: "dev",
    project: "scenario",
    resources: [{ type: "Device", id: deviceId, origin: "adopted" }],
  });
  const file = readFileSync(join(stack.folder, "state/.pulumi/stacks/scenario/dev.json"), "utf8");
  expect(readStack(file)).toEqual(exported);
});

test("a declared secret is compared once the state tells it, and shown nowhere", async () => {
  const { deviceId } = await claimedDevice(account.control);
  const stack = await inlineStack({
    config: account.config,
    program: ({ remoteit, pulumi }) =>
      new remoteit.Device("pump", { deviceId, name: "pump", attributes: { key: pulumi.secret("open-sesame"), site: "north" } }),
  });
  await stack.up();
  const [closed] = (await driftOf(account, stack)).findings;
  expect(closed).toMatchObject({ status: "not-checked", reason: expect.stringContaining("attributes") as string });
  expect(await driftOf(account, stack, { showSecrets: true })).toMatchObject({ findings: [], inSync: [{ name: "pump" }] });
  const set = { key: "close-sesame", site: "south" };
  await account.control.change("mutation($id: String!, $set: Object!) { setAttributes(serviceId: $id, attributes: $set) }", {
    id: deviceId,
    set,
  });
  const report = await driftOf(account, stack, { showSecrets: true });
  const changed = report.findings[0]?.changes?.find(({ path }) => path === "attributes.key");
  expect(changed).toEqual({ path: "attributes.key", kind: "update", expected: "[secret]", actual: "[secret]" });
  expect(JSON.stringify(report)).not.toContain("sesame");
});

test("what the program told Pulumi to ignore is in the state, and no drift", async () => {
  const { deviceId } = await claimedDevice(account.control);
  const declared = { deviceId, name: "pump", tags: ["a"], attributes: { site: "north", floor: 1 } };
  const stack = await inlineStack({
    config: account.config,
    program: ({ remoteit }) => new remoteit.Device("pump", declared, { ignoreChanges: ["tags", "attributes.site"] }),
  });
  await stack.up();
  const set = { site: "south", floor: 1 };
  const byHand =
    'mutation($id: String!, $set: Object!) { addTag(serviceId: [$id], name: ["z"]) setAttributes(serviceId: $id, attributes: $set) }';
  await account.control.change(byHand, { id: deviceId, set });
  expect((await driftOf(account, stack)).findings).toEqual([]);
  await account.control.change(byHand, { id: deviceId, set: { ...set, floor: 2 } });
  const { findings } = await driftOf(account, stack);
  expect(findings.map(({ changes }) => changes?.map(({ path }) => path))).toEqual([["attributes.floor"]]);
});
