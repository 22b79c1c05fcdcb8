import { inlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  await account.control.change(
    'mutation($deviceId: String!) { addService(deviceId: $deviceId, name: "ssh", application: 28, port: 2222) { id } }',
    { deviceId },
  );
});
afterAll(() => account.stop());

describe("Service.get", () => {
  it("tells all of a service that exists, and manages nothing", async () => {
    const [live] = await liveServices(account.control);
    const stack = await inlineStack({
      config: account.config,
      program: ({ remoteit }) => {
        const { name, application, host, port, enabled, deviceId: device } = remoteit.Service.get("there", live?.id ?? "");
        return { name, application, host, port, enabled, device };
      },
    });
    expect((await stack.up()).changes).toEqual({ read: 1 });
    const { stdout } = await stack.run("stack", "output", "--json");
    expect(JSON.parse(stdout)).toEqual({
      name: "ssh",
      application: "SSH",
      host: "127.0.0.1",
      port: 2222,
      enabled: true,
      device: deviceId,
    });
    await stack.destroy();
    expect(await liveServices(account.control)).toHaveLength(1);
  });

  it("fails for an id that the account does not have", async () => {
    const stack = await inlineStack({
      config: account.config,
      program: ({ remoteit }) => void remoteit.Service.get("there", "80:00:00:00:99:00:00:09"),
    });
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain("Get the Service, 80:00:00:00:99:00:00:09: The account has no Service with this id.");
    expect((await stack.state()).resources).toEqual({});
  });
});
