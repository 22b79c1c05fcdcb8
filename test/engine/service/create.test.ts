import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
});
afterAll(() => account.stop());

describe("a service on a configurable device", () => {
  it("is made by addService with all that the program says", async () => {
    stack = await inlineStack({
      config: account.config,
      program: ({ remoteit }) => {
        new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH", port: 2222, host: "10.0.0.5", enabled: false });
      },
    });
    const up = await stack.up();
    console.log(up.output);
    expect(up.changes).toEqual({ create: 1 });
    const [service] = await liveServices(account.control);
    expect(service).toMatchObject({ name: "ssh", application: 28, port: 2222, host: "10.0.0.5", enabled: false });
    const { resources } = await stack.state();
    expect(resources["ssh"]).toMatchObject({ id: service?.id });
    console.log(JSON.stringify(resources, null, 1));
  });

  it("shows no change in a preview and after a refresh", async () => {
    expect((await stack.preview()).changes).toEqual({ same: 1 });
    expect((await stack.refresh()).changes).toEqual({ refresh: 1 });
    expect((await stack.preview()).changes).toEqual({ same: 1 });
  });
});
