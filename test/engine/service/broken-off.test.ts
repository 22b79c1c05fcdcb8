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

it.each([
  ["as it is", 22],
  ["and changes in the same run", 2222],
])("a new logical name whose run broke off before the old one went keeps its service %s", async (_which, port) => {
  const [before] = await liveServices(account.control);
  stack.edit(({ remoteit }) => {
    const shell = new remoteit.Service("shell", args(22));
    new remoteit.Device("fails", { deviceId: "80:00:00:00:00:00:99:99" }, { dependsOn: shell });
  });
  expect((await stack.up()).code).not.toBe(0);
  const { resources } = await stack.state();
  expect([resources["ssh"]?.id, resources["shell"]?.id]).toEqual([before?.id, before?.id]);

  stack.edit(declares("shell", port));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(Object.keys((await stack.state()).resources)).toEqual(["shell"]);
  expect(await liveServices(account.control)).toMatchObject([{ id: before?.id, port }]);
});
