import type { DeviceFilter } from "../../provider/inventory";
import { useDriftAccount } from "./account";

const account = useDriftAccount();
const addTag = "mutation($id: [String!]!, $tag: [String!]!) { addTag(serviceId: $id, name: $tag) }";
const north: DeviceFilter = { tag: { operator: "ANY", values: ["north"] } };

/** Two devices of which the stack manages both, with a service each; only the first bears the tag. */
async function twoDevices() {
  const [one = "", other = ""] = await account.devices("one", "other");
  return [
    await account.make("Device", { deviceId: one, name: "one", tags: ["north"] }),
    await account.make("Device", { deviceId: other, name: "other" }),
    await account.make("Service", { deviceId: one, name: "ssh", application: "SSH" }),
    await account.make("Service", { deviceId: other, name: "ssh", application: "SSH" }),
    await account.make("Webhook", { url: "https://example.com/hook" }),
  ];
}

test("with a filter only the devices that match, and their services, count", async () => {
  const records = await twoDevices();
  const [more = ""] = await account.devices("more", "elsewhere");
  await account.byHand(addTag, { id: [more], tag: ["north"] });
  await account.byHand('mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/x") }');
  const report = await account.drift(records, { filter: north });
  expect(report.inSync.map(({ type, name }) => `${type} ${name}`)).toEqual(["Device one", "Service ssh"]);
  expect(report.findings.map(({ status, name }) => `${status} ${name}`)).toEqual(["unmanaged more"]);
});

test("what is gone is missing, whatever the filter", async () => {
  const records = await twoDevices();
  await account.byHand("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: records[1]?.id });
  const { findings } = await account.drift(records, { filter: north });
  expect(findings.map(({ status, type, name }) => [status, type, name])).toEqual([
    ["missing", "Device", "other"],
    ["missing", "Service", "ssh"],
  ]);
});

test("a device that lost the very tag of the filter has not left the scope unseen: it has changed", async () => {
  const [device, ...others] = await twoDevices();
  if (!device) throw new Error("There is no device.");
  await account.byHand('mutation($id: [String!]!) { removeTag(serviceId: $id, name: ["north"]) }', { id: [device.id] });
  const { findings } = await account.drift([device, ...others], { filter: north });
  expect(findings).toMatchObject([
    { status: "changed", id: device.id, changes: [{ path: "tags", expected: ["north"], actual: [] }] },
  ]);
  const all: DeviceFilter = { tag: { operator: "ALL", values: ["north", "pump"] } };
  expect((await account.drift([device, ...others], { filter: all })).findings).toEqual([]);
});

test("a device that lost the name of the filter has changed as well", async () => {
  const [device, ...others] = await twoDevices();
  await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "theirs") }', { id: device?.id });
  const { findings } = await account.drift([...(device ? [device] : []), ...others], { filter: { name: "ONE" } });
  expect(findings).toMatchObject([{ status: "changed", changes: [{ path: "name", expected: "one", actual: "theirs" }] }]);
});
