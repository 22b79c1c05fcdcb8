import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

const { projectKey, projectSecret } = { projectKey: "SANDBOX-PROJECT", projectSecret: "sandbox/project+secret" };

const service =
  (deviceId: string, args: object = {}): Program =>
  ({ remoteit }) => {
    new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH", provision: { projectKey, projectSecret }, ...args });
  };

async function requests({ control }: TestAccount) {
  return (await control.requests()).byOperation;
}

describe("a service on a device that is not configurable", () => {
  let account: TestAccount;
  let deviceId: string;
  let stack: InlineStack;

  beforeAll(async () => {
    account = await startAccount();
    ({ deviceId } = await claimedDevice(account.control, { configurable: false }));
    stack = await inlineStack({ config: account.config, program: service(deviceId) });
  });
  afterAll(() => account.stop());

  it.each([
    ["port", { port: 2222 }],
    ["host", { host: "10.0.0.5" }],
    ["enabled", { enabled: false }],
    ["host, port, enabled", { enabled: true, port: 22, host: "127.0.0.1" }],
  ])("cannot have %s, and is told so before anything is made", async (names, args) => {
    stack.edit(service(deviceId, args));
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain(
      `The device is not configurable, so GraphQL adds no services to it, and REST gives a service a type and a name only, not ${names}.`,
    );
    expect(up.errors[0]).toMatch(/Add the service on the device itself, or update its agent .*, or leave out/);
    expect(Object.keys(await requests(account)).filter((name) => name.startsWith("rest:"))).toEqual([]);
  });

  it("needs a bulk project, which the error asks for", async () => {
    stack.edit(service(deviceId, { provision: undefined }));
    const up = await stack.up();
    expect(up.errors[0]).toContain("REST needs a bulk project for it.");
    expect(up.errors[0]).toContain("give the service provision: projectKey and projectSecret of a bulk project");
  });

  it("needs a developer key, and the error says where it is to be had", async () => {
    const { "remoteit:developerKey": _without, ...config } = account.config;
    const keyless = await inlineStack({ config, program: service(deviceId) });
    const up = await keyless.up();
    expect(up.errors[0]).toContain("pulumi config set --secret remoteit:developerKey KEY");
    expect(Object.keys(await requests(account)).filter((name) => name.startsWith("rest:"))).toEqual([]);
  });

  it("is made through REST, for this device", async () => {
    stack.edit(service(deviceId));
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect(await requests(account)).toMatchObject({
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
    stack.edit(service(deviceId, { name: "shell", port: 2222 }));
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain("is not configurable, so port of its services cannot be changed through the API.");
    expect(up.errors[0]).toContain("Change the service on the device itself");
    expect((await liveServices(account.control))[0]).toMatchObject({ name: "shell", port: 22 });
  });

  it("is in order again once the program asks for what is possible", async () => {
    stack.edit(service(deviceId, { name: "shell" }));
    expect((await stack.up()).code).toBe(0);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    expect((await stack.destroy()).code).toBe(0);
    expect(await liveServices(account.control)).toEqual([]);
  });
});

describe("where the endpoint has no mutations for services", () => {
  let account: TestAccount;
  let stack: InlineStack;
  let deviceId: string;

  beforeAll(async () => {
    account = await startAccount({ without: ["addService", "updateService", "renameService", "removeService"] });
    ({ deviceId } = await claimedDevice(account.control));
    stack = await inlineStack({ config: account.config, program: service(deviceId) });
  });
  afterAll(() => account.stop());

  it("a service is made, renamed and removed through REST", async () => {
    expect((await stack.up()).changes).toEqual({ create: 1 });
    stack.edit(service(deviceId, { name: "shell" }));
    expect((await stack.up()).changes).toEqual({ update: 1 });
    expect((await liveServices(account.control))[0]).toMatchObject({ name: "shell" });
    expect((await stack.destroy()).code).toBe(0);
    expect(await liveServices(account.control)).toEqual([]);
    expect(await requests(account)).toMatchObject({ "rest:device/register": 1, "rest:device/name": 1, "rest:device/delete": 1 });
  });

  it("a changed application is refused with the reason", async () => {
    stack.edit(service(deviceId));
    await stack.up();
    stack.edit(service(deviceId, { application: "VNC" }));
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain("GraphQL of this endpoint changes no services, and REST cannot change application.");
    expect((await liveServices(account.control))[0]).toMatchObject({ application: 28 });
  });
});
