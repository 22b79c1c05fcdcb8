import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStack } from "../../../drift";
import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice } from "../support/contents";
import { driftOf } from "./support";

let account: TestAccount;
let stack: InlineStack;
/** Device ids by logical name; `read` is read only. */
const ids = {} as Record<"plain" | "secret" | "ignoring" | "read", string>;

beforeAll(async () => {
  account = await startAccount();
  for (const name of ["plain", "secret", "ignoring", "read"] as const) {
    ids[name] = (await claimedDevice(account.control, { hardwareId: name, name })).deviceId;
  }
  stack = await inlineStack({
    config: account.config,
    program: ({ remoteit, pulumi }) => {
      new remoteit.Device("plain", { deviceId: ids.plain });
      const attributes = { key: pulumi.secret("open-sesame"), site: "north" };
      new remoteit.Device("secret", { deviceId: ids.secret, name: "secret", attributes });
      const declared = { deviceId: ids.ignoring, name: "ignoring", tags: ["a"], attributes: { site: "north", floor: 1 } };
      new remoteit.Device("ignoring", declared, { ignoreChanges: ["tags", "attributes.site"] });
      remoteit.Device.get("read", ids.read);
    },
  });
  expect(readStack((await stack.state()).text, "dev")).toEqual({ name: "dev", resources: [], interrupted: [] });
  expect((await stack.up()).code).toBe(0);
});
afterAll(() => account.stop());

/** What the report says of one device: undefined where it is in sync. */
const findingOf = async (id: string, options?: { showSecrets: boolean }) =>
  (await driftOf(account, stack, options)).findings.find((finding) => finding.id === id);

test("an export and the backend's own file say the same", async () => {
  const exported = readStack((await stack.state()).text);
  expect(exported).toMatchObject({ name: "dev", project: "scenario" });
  expect(exported.resources.find(({ id }) => id === ids.plain)).toMatchObject({
    type: "Device",
    id: ids.plain,
    origin: "adopted",
  });
  expect(exported.resources).toHaveLength(4);
  const file = readFileSync(join(stack.folder, "state/.pulumi/stacks/scenario/dev.json"), "utf8");
  expect(readStack(file)).toEqual(exported);
});

test("a device that the program only reads stays unmanaged, and the report says that it is read", async () => {
  expect(await findingOf(ids.read)).toMatchObject({
    status: "unmanaged",
    id: ids.read,
    remedy: expect.stringMatching(/^Stack dev reads it/) as string,
  });
});

test("a declared secret is compared once the state tells it, and shown nowhere", async () => {
  expect(await findingOf(ids.secret)).toMatchObject({
    status: "not-checked",
    reason: expect.stringContaining("attributes") as string,
  });
  const open = await driftOf(account, stack, { showSecrets: true });
  expect(open.findings.map(({ id }) => id)).toEqual([ids.read]);
  expect(open.inSync.map(({ name }) => name).sort()).toEqual(["ignoring", "plain", "secret"]);
  const set = { key: "close-sesame", site: "south" };
  await account.control.change("mutation($id: String!, $set: Object!) { setAttributes(serviceId: $id, attributes: $set) }", {
    id: ids.secret,
    set,
  });
  const report = await driftOf(account, stack, { showSecrets: true });
  const changed = report.findings.find(({ id }) => id === ids.secret)?.changes?.find(({ path }) => path === "attributes.key");
  expect(changed).toEqual({ path: "attributes.key", kind: "update", expected: "[secret]", actual: "[secret]" });
  expect(JSON.stringify(report)).not.toContain("sesame");
});

test("what the program told Pulumi to ignore is in the state, and no drift", async () => {
  const set = { site: "south", floor: 1 };
  const byHand =
    'mutation($id: String!, $set: Object!) { addTag(serviceId: [$id], name: ["z"]) setAttributes(serviceId: $id, attributes: $set) }';
  await account.control.change(byHand, { id: ids.ignoring, set });
  expect(await findingOf(ids.ignoring)).toBeUndefined();
  await account.control.change(byHand, { id: ids.ignoring, set: { ...set, floor: 2 } });
  expect((await findingOf(ids.ignoring))?.changes?.map(({ path }) => path)).toEqual(["attributes.floor"]);
});
