import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

const declares =
  (device: string): Program =>
  ({ remoteit }) => {
    new remoteit.Device("device", { deviceId, name: device });
    new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH" });
    new remoteit.Service("plc", { deviceId, name: "pump-7 - plc", application: "Modbus", port: 502 });
  };

beforeAll(async () => {
  account = await startAccount({
    world: { "service-names": "prefixed", "application-types": "newer", "service-defaults": "empty" },
  });
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: declares("pump-7") });
});
afterAll(() => account.stop());

/** Services in that world otherwise: test/adapters/service/worlds.test.ts. Every world: test/worlds. */
it("where names of services are stored with the device's, a renamed device leaves the old ones, which one run puts right", async () => {
  expect((await stack.up()).changes).toEqual({ create: 3 });
  stack.edit(declares("valve"));
  await stack.up();
  expect((await stack.up("--refresh")).changes).toMatchObject({ update: 2 });
  expect((await liveServices(account.control)).map(({ name }) => name)).toEqual(["valve - pump-7 - plc", "valve - ssh"]);
  expect((await stack.preview("--refresh", "--expect-no-changes")).code).toBe(0);
});
