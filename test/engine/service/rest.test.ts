import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

const { projectKey, projectSecret } = { projectKey: "SANDBOX-PROJECT", projectSecret: "sandbox/project+secret" };

/** What cannot be done through REST, and endpoints without mutations for services: test/adapters/service. */
describe("a service on a device that is not configurable", () => {
  let account: TestAccount;
  let deviceId: string;
  let stack: InlineStack;

  const service =
    (args: object = {}): Program =>
    ({ remoteit }) => {
      new remoteit.Service("ssh", {
        deviceId,
        name: "ssh",
        application: "SSH",
        provision: { projectKey, projectSecret },
        ...args,
      });
    };

  beforeAll(async () => {
    account = await startAccount();
    ({ deviceId } = await claimedDevice(account.control, { configurable: false }));
    stack = await inlineStack({ config: account.config, program: service() });
  });
  afterAll(() => account.stop());

  it("is made through REST, for this device", async () => {
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect((await account.control.requests()).byOperation).toMatchObject({
      "rest:device/address": 1,
      "rest:device/create": 1,
      "rest:device/register": 1,
    });
    const [live] = await liveServices(account.control);
    expect(live).toMatchObject({ name: "ssh", application: 28 });
    expect((await stack.state()).resources["ssh"]?.id).toBe(live?.id);
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  });

  it("can be renamed, but its port cannot be changed: the error says what to do on the device", async () => {
    stack.edit(service({ name: "shell", port: 2222 }));
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain("is not configurable, so port of its services cannot be changed through the API.");
    expect(up.errors[0]).toContain("Change the service on the device itself");
    expect((await liveServices(account.control))[0]).toMatchObject({ name: "shell", port: 22 });
  });

  it("is in order again once the program asks for what is possible", async () => {
    stack.edit(service({ name: "shell" }));
    expect((await stack.up()).code).toBe(0);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    expect((await stack.destroy()).code).toBe(0);
    expect(await liveServices(account.control)).toEqual([]);
  });
});
