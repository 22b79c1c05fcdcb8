import { inlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice } from "../support/contents";
import { driftOf, fix } from "./support";

let account: TestAccount;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.stop());

test("what nobody manages is adopted by the declarations that the report names, unchanged", async () => {
  const { deviceId } = await claimedDevice(account.control);
  const add = 'mutation($id: String!) { addService(deviceId: $id, name: "ssh", application: 28, port: 2222) { id } }';
  await account.control.change(add, { id: deviceId });
  const url = "http://127.0.0.1:9/hook";
  await account.control.change(
    "mutation($url: String!) { setNotificationSettings(urlNotifications: true, notificationUrl: $url) }",
    { url },
  );
  // Each change is a request of its own, so that its name tells what it is.
  const stack = await inlineStack({ config: { ...account.config, "remoteit:mergeWrites": "off" }, program: () => undefined });
  const before = await driftOf(account, stack);
  expect(before.findings.map(({ status, type }) => [status, type])).toEqual([
    ["unmanaged", "Device"],
    ["unmanaged", "Service"],
    ["unmanaged", "Webhook"],
  ]);
  expect(before.findings.map(({ remedy }) => /new remoteit\.(\w+)\(…, \{ (\w+)/.exec(remedy)?.slice(1))).toEqual([
    ["Device", "deviceId"],
    ["Service", "deviceId"],
    ["Webhook", "url"],
  ]);
  stack.edit(({ remoteit }) => {
    new remoteit.Device("pump", { deviceId });
    new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH", port: 2222 });
    new remoteit.Webhook("hook", { url });
  });
  expect((await stack.up()).changes).toEqual({ create: 3 });
  const { byOperation } = await account.control.requests();
  const sent = Object.keys(byOperation).filter((name) => /add|set|rename/i.test(name));
  expect(sent.sort()).toEqual(["graphql:setAccountAttributes", "graphql:setAttributes"]); // the marks of who adopted them, and nothing else
  expect(await driftOf(account, stack)).toMatchObject({ findings: [], summary: { inSync: 3, coverage: 1 } });
});

test("a device that a replacement left to be deleted is told with the command that deletes it", async () => {
  const { deviceId: old } = await claimedDevice(account.control, { hardwareId: "hw-1", name: "old", online: true });
  const { deviceId: fresh } = await claimedDevice(account.control, { hardwareId: "hw-2", name: "new" });
  const adopting =
    (deviceId: string) =>
    ({ remoteit }: { remoteit: typeof import("../../../sdk") }) =>
      void new remoteit.Device("pump", { deviceId, deleteOnDestroy: true }, { deleteBeforeReplace: false });
  const stack = await inlineStack({ config: account.config, program: adopting(old) });
  await stack.up();
  stack.edit(adopting(fresh));
  expect((await stack.up()).code).not.toBe(0); // it is active, and remote.it deletes inactive devices only
  const { findings, inSync } = await driftOf(account, stack);
  expect(inSync).toMatchObject([{ id: fresh }]);
  expect(findings).toMatchObject([
    { status: "unmanaged", id: old, remedy: expect.stringContaining("is about to let go") as string },
  ]);
  await account.control.agentState(old, "offline");
  expect((await fix(stack, findings[0]?.remedy)).code).toBe(0);
  expect((await driftOf(account, stack)).findings).toEqual([]);
});
