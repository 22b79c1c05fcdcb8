import { readStack } from "../../../drift";
import { findDeviceDrift } from "../../../drift/watch";
import { WrongAccountError } from "../../../provider/core/errors";
import { useDriftAccount } from "../account";
import { exported, type StateRecord } from "../state";

const account = useDriftAccount();
const { signal } = new AbortController();
const driftOf = (records: StateRecord[], ...ids: string[]) =>
  findDeviceDrift(account.context(), [readStack(exported(records))], ids, { email: "a@example.com", signal });
const reportOf = async (records: StateRecord[], ...ids: string[]) => (await driftOf(records, ...ids)).report;
const sent = async () => (await account.control.requests()).byOperation;

async function site() {
  const [one = "", other = ""] = await account.devices("one", "other");
  const device = await account.make("Device", { deviceId: one, name: "one" }, "one");
  const service = await account.make("Service", { deviceId: one, name: "ssh", application: "SSH" }, "ssh");
  const elsewhere = await account.make("Service", { deviceId: other, name: "web", application: "HTTP" }, "web");
  return { one, other, records: [device, service, elsewhere] };
}

test("a check sees the device and its services alone, in one request", async () => {
  const { one, other, records } = await site();
  for (const id of [one, other]) {
    await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "by hand") }', { id });
  }
  const before = (await sent())["graphql:getDevicesById"] ?? 0;
  const report = await reportOf(records, one);
  expect(report).toMatchObject({ stacks: ["dev"], account: { id: account.sandbox.accountId, email: "a@example.com" } });
  expect(report.findings).toMatchObject([{ status: "changed", type: "Device", id: one }]);
  expect(report.inSync).toMatchObject([{ type: "Service", name: "ssh" }]);
  const after = await sent();
  expect(after["graphql:getDevicesById"]).toBe(before + 1);
  expect(after["graphql:listDevices"]).toBeUndefined();
  expect(after["graphql:getWebhook"]).toBeUndefined();
});

test("a device that is gone is missing with all its services; an unknown one is nothing; one that no stack holds is unmanaged", async () => {
  const { one, other, records } = await site();
  await account.byHand("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: one });
  expect((await reportOf(records, one.toLowerCase())).findings).toMatchObject([
    { status: "missing", type: "Device" },
    { status: "missing", type: "Service" },
  ]);
  expect((await reportOf(records, "80:FF")).findings).toEqual([]);
  expect((await reportOf(records, other)).findings).toMatchObject([{ status: "unmanaged", type: "Device", id: other }]);
});

test("a service stands for its device: what a stack holds of it is compared, and is not taken for unmanaged", async () => {
  const { one, other, records } = await site();
  const [, service, elsewhere] = records;
  await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "by hand") }', { id: one });
  const adding = 'mutation($id: String!) { addService(deviceId: $id, name: "vnc", application: 4) { id } }';
  const { addService } = (await account.byHand(adding, { id: other })) as { addService: { id: string } };
  const unmanaged = addService.id;
  const before = (await sent())["graphql:getDevicesById"] ?? 0;
  const { report, found } = await driftOf(records, service?.id ?? "", unmanaged, one, other);
  expect((await sent())["graphql:getDevicesById"]).toBe(before + 1);
  expect(report.findings).toMatchObject([
    { status: "changed", type: "Device", id: one },
    { status: "unmanaged", type: "Device", id: other },
    { status: "unmanaged", type: "Service", id: unmanaged },
  ]);
  expect(report.inSync).toMatchObject([
    { type: "Service", name: "ssh" },
    { type: "Service", name: "web" },
  ]);
  expect(found.sort()).toEqual([one, other, service?.id, elsewhere?.id, unmanaged].sort());
});

test("with the key of another account nothing is missing: the check fails, as the key is wrong", async () => {
  const { one, records } = await site();
  const { accountId } = await account.control.account();
  await account.control.member({ accountId, of: account.sandbox.accountId });
  const looking = findDeviceDrift(account.context(accountId), [readStack(exported(records))], [one], { email: "", signal });
  await expect(looking).rejects.toThrow(WrongAccountError);
});
