import { useDriftAccount } from "./account";

const account = useDriftAccount();

test("an account that is as declared is in sync, webhook and all", async () => {
  const [id = ""] = await account.devices("pump");
  const records = [
    await account.make("Device", { deviceId: id, name: "pump-1", tags: ["b", "a"], attributes: { site: "north" } }),
    await account.make("Service", { deviceId: id.toUpperCase(), name: "ssh", application: 28, port: 22 }),
    await account.make("Webhook", { url: "https://example.com/hook" }),
  ];
  const { findings, inSync, summary, account: whose, stacks } = await account.drift(records);
  expect(findings).toEqual([]);
  expect(summary).toEqual({ inSync: 3, changed: 0, missing: 0, unmanaged: 0, notChecked: 0, coverage: 1 });
  expect(inSync.map(({ type, name, stack }) => [type, name, stack])).toEqual([
    ["Device", "pump-1", "dev"],
    ["Service", "ssh", "dev"],
    ["Webhook", "a Webhook", "dev"],
  ]);
  expect(whose).toEqual({ id: account.sandbox.accountId, email: expect.stringContaining("@") as string });
  expect(stacks).toEqual(["dev"]);
});

test("a change is told by its path, with what was declared and what is there", async () => {
  const [id = ""] = await account.devices("pump");
  const attributes = { site: "north", $remoteit: { color: 3 }, "two words": { "a.b": 1 } };
  const device = await account.make("Device", { deviceId: id, name: "pump-1", tags: ["a"], attributes });
  await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "theirs") }', { id });
  await account.byHand('mutation($id: String!) { addTag(serviceId: [$id], name: ["z"]) }', { id });
  const set = { site: null, $remoteit: { color: 5, label: "theirs" }, "two words": { "a.b": 2 }, other: 1 };
  await account.byHand("mutation($id: String!, $set: Object!) { setAttributes(serviceId: $id, attributes: $set) }", { id, set });
  const { findings } = await account.drift([device]);
  expect(findings).toMatchObject([{ status: "changed", type: "Device", id, name: "theirs", urn: device.urn, stack: "dev" }]);
  expect(findings[0]?.changes).toEqual([
    { path: "name", kind: "update", expected: "pump-1", actual: "theirs" },
    { path: "tags", kind: "update", expected: ["a"], actual: ["a", "z"] },
    { path: "attributes.site", kind: "remove", expected: "north" },
    { path: "attributes.$remoteit.color", kind: "update", expected: 3, actual: 5 },
    { path: 'attributes["two words"]["a.b"]', kind: "update", expected: 1, actual: 2 },
  ]);
});

test("what is gone is missing, each with what brings it back", async () => {
  const [id = "", other = ""] = await account.devices("pump", "meter");
  const records = [
    await account.make("Device", { deviceId: id, name: "pump-1" }),
    await account.make("Service", { deviceId: id, name: "web", application: "HTTP" }),
    await account.make("Service", { deviceId: other, name: "ssh", application: "SSH" }),
    await account.make("Device", { deviceId: other }),
    await account.make("Webhook", { url: "https://example.com/hook" }),
  ];
  await account.byHand("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id });
  await account.byHand("mutation($id: ID!) { removeService(id: $id) }", { id: records[2]?.id });
  await account.byHand('mutation { setNotificationSettings(urlNotifications: false, notificationUrl: "") }');
  const { findings, summary } = await account.drift(records);
  expect(findings.map(({ status, type, name }) => [status, type, name])).toEqual([
    ["missing", "Device", "pump-1"],
    ["missing", "Service", "ssh"],
    ["missing", "Service", "web"],
    ["missing", "Webhook", "a Webhook"],
  ]);
  expect(findings[0]?.remedy).toContain("claimCode");
  expect(findings[1]?.remedy).toContain("`pulumi up --refresh --stack dev`");
  expect(summary).toMatchObject({ inSync: 1, missing: 4, coverage: 1 });
});

test("what no stack declares is unmanaged: devices, their services and the webhook", async () => {
  const [id = ""] = await account.devices("pump", "meter");
  const device = await account.make("Device", { deviceId: id });
  await account.make("Service", { deviceId: id, name: "ssh", application: "SSH" });
  await account.make("Webhook", { url: "https://example.com/hook" });
  const { findings, summary } = await account.drift([device]);
  expect(findings.map(({ status, type, name, urn }) => [status, type, name, urn])).toEqual([
    ["unmanaged", "Device", "meter", undefined],
    ["unmanaged", "Service", "ssh", undefined],
    ["unmanaged", "Webhook", "https://example.com/…", undefined],
  ]);
  expect(findings[0]?.remedy).toContain("deviceId");
  expect(summary).toMatchObject({ inSync: 1, unmanaged: 3, coverage: 0.25 });
});

test("an account that holds nothing is covered whole", async () => {
  expect((await account.drift([])).summary.coverage).toBe(1);
});

test("a service that another device offers now has changed its device", async () => {
  const [id = ""] = await account.devices("pump");
  const service = await account.make("Service", { deviceId: id, name: "ssh", application: "SSH" });
  const moved = { ...service, inputs: { ...service.inputs, deviceId: "80:00:00:00:00:99:00:01" } };
  const { findings } = await account.drift([moved]);
  expect(findings.find(({ status }) => status === "changed")?.changes).toEqual([
    { path: "deviceId", kind: "update", expected: "80:00:00:00:00:99:00:01", actual: id },
  ]);
});
