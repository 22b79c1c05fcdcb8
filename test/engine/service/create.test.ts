import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, contents, type LiveService } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let other: string;
/** A service that is on the other device already, and that the program only reads. */
let there: LiveService | undefined;
let stack: InlineStack;

const on = async (device: string) => (await contents(account.control)).devices.find(({ id }) => id === device)?.services ?? [];

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  ({ deviceId: other } = await claimedDevice(account.control, { hardwareId: "hw-2", name: "valve" }));
  await account.control.change(
    'mutation($deviceId: String!) { addService(deviceId: $deviceId, name: "ssh", application: 28, port: 2222) { id } }',
    { deviceId: other },
  );
  [there] = await on(other);
  stack = await inlineStack({
    config: account.config,
    program: ({ remoteit }) => {
      new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH", port: 2222, host: "10.0.0.5", enabled: false });
      new remoteit.Service("web", { deviceId, name: "web", application: 7 });
      const { name, application, host, port, enabled, deviceId: device } = remoteit.Service.get("there", there?.id ?? "");
      return { name, application, host, port, enabled, device };
    },
  });
});
afterAll(() => account.stop());

describe("services on a configurable device", () => {
  it("are made by addService with all that the program says, and with remote.it's defaults for the rest", async () => {
    expect((await stack.up()).changes).toEqual({ create: 2, read: 1 });
    expect((await account.control.requests()).byOperation).toMatchObject({ "graphql:addService": 2 });
    const services = await on(deviceId);
    expect(services).toContainEqual(
      expect.objectContaining({ name: "ssh", application: 28, port: 2222, host: "10.0.0.5", enabled: false }),
    );
    expect(services).toContainEqual(
      expect.objectContaining({ name: "web", application: 7, port: 80, host: "127.0.0.1", enabled: true }),
    );
  });

  it("stand in state under their own ids, with the account's and only with what the program set", async () => {
    const services = await on(deviceId);
    const { resources } = await stack.state();
    for (const name of ["ssh", "web"]) {
      expect(resources[name]?.id).toBe(services.find((service) => service.name === name)?.id);
    }
    const { __provider: _provider, ...outputs } = resources["web"]?.outputs ?? {};
    expect(outputs).toEqual({ deviceId, name: "web", application: 7, accountId: account.sandbox.accountId, origin: "made" });
  });

  it("show no change in a preview, also after a refresh", async () => {
    expect((await stack.preview("--expect-no-changes")).changes).toEqual({ same: 2, read: 1 });
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    const preview = await stack.preview("--expect-no-changes");
    expect(preview.changes).toEqual({ same: 2, read: 1 });
    expect(preview.code).toBe(0);
  });
});

describe("Service.get", () => {
  it("tells all of a service that exists", async () => {
    const { stdout } = await stack.run("stack", "output", "--json");
    expect(JSON.parse(stdout)).toEqual({
      name: "ssh",
      application: "SSH",
      host: "127.0.0.1",
      port: 2222,
      enabled: true,
      device: other,
    });
  });

  it("manages nothing: with the stack go the services that it made", async () => {
    expect((await stack.destroy()).code).toBe(0);
    expect(await on(deviceId)).toEqual([]);
    expect((await on(other)).map(({ id }) => id)).toEqual([there?.id]);
  });

  it("fails for an id that the account does not have", async () => {
    stack.edit(({ remoteit }) => void remoteit.Service.get("there", "80:00:00:00:99:00:00:09"));
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain("Reading service 80:00:00:00:99:00:00:09 failed: The account has no Service with this id.");
    expect((await stack.state()).resources).toEqual({});
  });
});
