import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({
    config: account.config,
    program: ({ remoteit }) => {
      new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH", port: 2222, host: "10.0.0.5", enabled: false });
      new remoteit.Service("web", { deviceId, name: "web", application: 7 });
    },
  });
});
afterAll(() => account.stop());

describe("services on a configurable device", () => {
  it("are made by addService with all that the program says, and with remote.it's defaults for the rest", async () => {
    expect((await stack.up()).changes).toEqual({ create: 2 });
    expect((await account.control.requests()).byOperation).toMatchObject({ "graphql:addService": 2 });
    const services = await liveServices(account.control);
    expect(services).toContainEqual(
      expect.objectContaining({ name: "ssh", application: 28, port: 2222, host: "10.0.0.5", enabled: false }),
    );
    expect(services).toContainEqual(
      expect.objectContaining({ name: "web", application: 7, port: 80, host: "127.0.0.1", enabled: true }),
    );
  });

  it("stand in state under their own ids, with the account's and only with what the program set", async () => {
    const services = await liveServices(account.control);
    const { resources } = await stack.state();
    for (const name of ["ssh", "web"]) {
      expect(resources[name]?.id).toBe(services.find((service) => service.name === name)?.id);
    }
    const { __provider: _provider, ...outputs } = resources["web"]?.outputs ?? {};
    expect(outputs).toEqual({ deviceId, name: "web", application: 7, accountId: account.sandbox.accountId, origin: "made" });
  });

  it("show no change in a preview, also after a refresh", async () => {
    expect((await stack.preview("--expect-no-changes")).changes).toEqual({ same: 2 });
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    const preview = await stack.preview("--expect-no-changes");
    expect(preview.changes).toEqual({ same: 2 });
    expect(preview.code).toBe(0);
  });

  it("go with the stack", async () => {
    expect((await stack.destroy()).code).toBe(0);
    expect(await liveServices(account.control)).toEqual([]);
  });
});
