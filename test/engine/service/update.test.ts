import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;
let id: string | undefined;

const declares =
  (args: object): Program =>
  ({ remoteit }) => {
    new remoteit.Service("web", { deviceId, name: "web", application: "HTTP", ...args });
  };

/** The service after `up` of a program with these properties: the same one as before. */
async function after(args: object) {
  stack.edit(declares(args));
  const up = await stack.up();
  expect(up.errors).toEqual([]);
  expect(up.changes).toEqual({ update: 1 });
  const services = await liveServices(account.control);
  expect(services.map((service) => service.id)).toEqual([id]);
  return services[0];
}

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: declares({}) });
  await stack.up();
  id = (await liveServices(account.control))[0]?.id;
});
afterAll(() => account.stop());

describe("a changed property changes the service in place", () => {
  it.each([
    ["name", { name: "panel" }, { name: "panel", application: 7 }],
    ["application, by its name", { application: "HTTPS" }, { application: 8 }],
    ["application, by a number", { application: 4 }, { application: 4 }],
    ["host", { host: "10.0.0.9" }, { host: "10.0.0.9" }],
    ["port", { port: 8080 }, { port: 8080 }],
    ["enabled", { enabled: false }, { enabled: false }],
    [
      "several at once",
      { name: "all", port: 1, host: "a.lan", enabled: true },
      { name: "all", port: 1, host: "a.lan", enabled: true },
    ],
  ])("%s", async (_what, args, live) => {
    expect(await after(args)).toMatchObject(live);
  });

  it("and then there is nothing left to do", async () => {
    expect((await stack.preview()).changes).toEqual({ same: 1 });
  });
});

describe("what the program does not say", () => {
  it("is left alone when it is no longer declared", async () => {
    expect(await after({ name: "all" })).toMatchObject({ port: 1, host: "a.lan" });
  });

  it("never drifts: someone's change to it is no difference", async () => {
    await account.control.change("mutation($id: ID!) { updateService(id: $id, port: 99, enabled: false) { id } }", { id });
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    expect((await stack.up()).changes).toEqual({ same: 1 });
    expect((await liveServices(account.control))[0]).toMatchObject({ port: 99, enabled: false });
  });
});

describe("what the program says", () => {
  it("is set again after someone changed it", async () => {
    await account.control.change('mutation($id: String!) { renameService(serviceId: $id, name: "theirs") }', { id });
    const refresh = await stack.refresh();
    expect(refresh.output).toMatch(/1 updated/);
    expect(await after({ name: "all" })).toMatchObject({ name: "all" });
  });

  it("means the same by another notation: no change to the account", async () => {
    const before = (await account.control.requests()).byOperation["graphql:updateService"];
    stack.edit(declares({ name: "all", application: 7, deviceId: deviceId.toLowerCase() }));
    expect((await stack.up()).changes).toEqual({ same: 1 });
    expect((await account.control.requests()).byOperation["graphql:updateService"]).toBe(before);
  });
});
