import type { ServiceArgs } from "pulumi-remoteit";
import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

const args = (port: number): ServiceArgs => ({ deviceId, name: "ssh", application: "SSH", port });
const declares =
  (logical: string, port: number): Program =>
  ({ remoteit }) =>
    void new remoteit.Service(logical, args(port));

beforeAll(async () => {
  account = await startAccount();
});
beforeEach(async () => {
  await account.control.reset();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: declares("ssh", 22) });
  await stack.up();
});
afterAll(() => account.stop());

/** Ends after "shell" has taken the service of "ssh" and before that one is deleted: both are in state with one id. */
async function upThatBreaksOff(): Promise<string | undefined> {
  stack.edit(({ remoteit }) => {
    const shell = new remoteit.Service("shell", args(22));
    new remoteit.Device("fails", { deviceId: "80:00:00:00:00:00:99:99" }, { dependsOn: shell });
  });
  expect((await stack.up()).code).not.toBe(0);
  const { resources } = await stack.state();
  expect(resources["shell"]?.id).toBe(resources["ssh"]?.id);
  return resources["ssh"]?.id;
}

it.each([
  ["as it is", 22],
  ["and changes in the same run", 2222],
])("a new logical name whose run broke off before the old one went keeps its service %s", async (_which, port) => {
  const id = await upThatBreaksOff();
  stack.edit(declares("shell", port));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(Object.keys((await stack.state()).resources)).toEqual(["shell"]);
  expect(await liveServices(account.control)).toMatchObject([{ id, port }]);
});

it("a service that an equal new one has taken stays where it is, when the old one moves to another device afterwards", async () => {
  const { deviceId: valve } = await claimedDevice(account.control, { hardwareId: "hw-2", name: "valve" });
  const id = await upThatBreaksOff();
  stack.edit(({ remoteit }) => {
    const moves = new remoteit.Service("ssh", { ...args(22), deviceId: valve });
    new remoteit.Service("shell", args(22), { dependsOn: moves });
  });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { replace: 1, same: 1 } });
  expect(await liveServices(account.control)).toMatchObject([{ id }, { name: "ssh" }]);
  expect((await stack.preview("--refresh", "--expect-no-changes")).code).toBe(0);
});
