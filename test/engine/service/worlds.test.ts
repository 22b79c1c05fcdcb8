import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

const declares =
  (device: string, port: number): Program =>
  ({ remoteit }) => {
    new remoteit.Device("device", { deviceId, name: device });
    new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH" });
    new remoteit.Service("plc", { deviceId, name: "pump-7 - plc", application: "Modbus", port });
  };

const live = async () => (await liveServices(account.control)).map(({ name, port, enabled }) => ({ name, port, enabled }));

beforeAll(async () => {
  account = await startAccount({
    world: { "service-names": "prefixed", "application-types": "newer", "service-defaults": "empty" },
  });
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: declares("pump-7", 1502) });
});
afterAll(() => account.stop());

describe("where names are stored with the device's, types are newer and nothing is filled in", () => {
  it("services are made as they are declared", async () => {
    expect((await stack.up()).changes).toEqual({ create: 3 });
    expect(await live()).toEqual([
      { name: "pump-7 - pump-7 - plc", port: 1502, enabled: true },
      { name: "pump-7 - ssh", port: 22, enabled: true },
    ]);
  });

  it("nothing changes, before and after a refresh", async () => {
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  });

  it("another port is no other name", async () => {
    stack.edit(declares("pump-7", 502));
    expect((await stack.up()).changes).toEqual({ same: 2, update: 1 });
    expect((await account.control.requests()).byOperation).not.toHaveProperty("graphql:rename");
    expect((await stack.preview("--refresh", "--expect-no-changes")).code).toBe(0);
  });

  it("a renamed device leaves the old names, which one run puts right", async () => {
    stack.edit(declares("valve", 502));
    await stack.up();
    expect((await stack.up("--refresh")).changes).toMatchObject({ update: 2 });
    expect((await live()).map(({ name }) => name)).toEqual(["valve - pump-7 - plc", "valve - ssh"]);
    expect((await stack.preview("--refresh", "--expect-no-changes")).code).toBe(0);
  });
});
