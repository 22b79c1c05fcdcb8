import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, contents, liveServices } from "../support/contents";

let account: TestAccount;
let pump: string;
let valve: string;
let stack: InlineStack;

const service =
  (deviceId: string, { logical = "ssh", aliases = [] as string[] } = {}): Program =>
  ({ remoteit }) => {
    new remoteit.Service(logical, { deviceId, name: "ssh", application: "SSH" }, { aliases: aliases.map((name) => ({ name })) });
  };

/** The one service that is left, which is also the one in state. */
async function theOne(logical = "ssh") {
  const services = await liveServices(account.control);
  expect(services).toHaveLength(1);
  const { resources } = await stack.state();
  expect(Object.keys(resources)).toEqual([logical]);
  expect(resources[logical]?.id).toBe(services[0]?.id);
  expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  return services[0]?.id;
}

beforeAll(async () => {
  account = await startAccount();
  pump = (await claimedDevice(account.control)).deviceId;
  valve = (await claimedDevice(account.control, { hardwareId: "hw-2", name: "valve" })).deviceId;
  stack = await inlineStack({ config: account.config, program: service(pump) });
  await stack.up();
});
afterAll(() => account.stop());

describe("there is one service at the end of", () => {
  it("up --replace", async () => {
    const { resources } = await stack.state();
    const up = await stack.up("--replace", resources["ssh"]?.urn ?? "");
    expect(up.errors).toEqual([]);
    expect(up.changes).toMatchObject({ replace: 1 });
    await theOne();
  });

  it("state taint", async () => {
    const { resources } = await stack.state();
    await stack.run("state", "taint", resources["ssh"]?.urn ?? "", "--yes");
    const up = await stack.up();
    expect(up.errors).toEqual([]);
    expect(up.changes).toMatchObject({ replace: 1 });
    await theOne();
  });

  it("a new logical name, which takes over the service that is there and says so", async () => {
    const before = await theOne();
    stack.edit(service(pump, { logical: "shell" }));
    const up = await stack.up();
    expect(up.changes).toEqual({ create: 1, delete: 1 });
    expect(up.output).toContain(`it exists already, as ${before ?? ""}, and is adopted.`);
    expect(await theOne("shell")).toBe(before);
  });

  it("a new logical name with an alias, where nothing happens at all", async () => {
    const before = await theOne("shell");
    stack.edit(service(pump, { logical: "ssh", aliases: ["shell"] }));
    expect((await stack.up()).changes).toEqual({ same: 1 });
    expect(await theOne()).toBe(before);
  });

  it("another deviceId, which makes the service anew on that device", async () => {
    stack.edit(service(valve));
    expect((await stack.up()).changes).toMatchObject({ replace: 1 });
    await theOne();
    const { devices } = await contents(account.control);
    expect(devices.find(({ id }) => id === valve)?.services).toHaveLength(1);
  });
});
