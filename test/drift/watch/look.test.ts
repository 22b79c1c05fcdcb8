import { readStack } from "../../../drift";
import { lookAt } from "../../../drift/watch";
import { WrongAccountError } from "../../../provider/core/errors";
import { useDriftAccount } from "../account";
import { exported, type StateRecord } from "../state";

const account = useDriftAccount();
const { signal } = new AbortController();
const look = (records: StateRecord[], ...ids: string[]) =>
  lookAt(account.context(), [readStack(exported(records))], ids, { email: "a@example.com", signal });
const sent = async () => (await account.control.requests()).byOperation;

async function site() {
  const [one = "", other = ""] = await account.devices("one", "other");
  const device = await account.make("Device", { deviceId: one, name: "one" }, "one");
  const service = await account.make("Service", { deviceId: one, name: "ssh", application: "SSH" }, "ssh");
  const elsewhere = await account.make("Service", { deviceId: other, name: "web", application: "HTTP" }, "web");
  return { one, other, records: [device, service, elsewhere] };
}

test("a look sees the device and its services alone, in one request", async () => {
  const { one, other, records } = await site();
  for (const id of [one, other]) {
    await account.byHand('mutation($id: String!) { renameService(serviceId: $id, name: "by hand") }', { id });
  }
  const before = (await sent())["graphql:getDevicesById"] ?? 0;
  const report = await look(records, one);
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
  expect((await look(records, one.toLowerCase())).findings).toMatchObject([
    { status: "missing", type: "Device" },
    { status: "missing", type: "Service" },
  ]);
  expect((await look(records, "80:FF")).findings).toEqual([]);
  expect((await look(records, other)).findings).toMatchObject([{ status: "unmanaged", type: "Device", id: other }]);
});

test("with the key of another account nothing is missing: the look fails, as the key is wrong", async () => {
  const { one, records } = await site();
  const { accountId } = await account.control.account();
  await account.control.member({ accountId, of: account.sandbox.accountId });
  const looking = lookAt(account.context(accountId), [readStack(exported(records))], [one], { email: "", signal });
  await expect(looking).rejects.toThrow(WrongAccountError);
});
