import { inlineStack, type InlineStack, type Outcome, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, contents, liveServices } from "../support/contents";

let account: TestAccount;
let pump: string;
let valve: string;
let stack: InlineStack;
let before: Record<string, string | undefined>;
let up: Outcome;

/** Services by logical name, each with the name that it has in the account. */
const program =
  (services: Record<string, { name: string; on?: string; alias?: string }>): Program =>
  ({ remoteit }) => {
    for (const [logical, { name, on = pump, alias }] of Object.entries(services)) {
      const aliases = alias === undefined ? [] : [{ name: alias }];
      new remoteit.Service(logical, { deviceId: on, name, application: "SSH" }, { aliases });
    }
  };

const idsInState = async () =>
  Object.fromEntries(Object.entries((await stack.state()).resources).map(([logical, { id }]) => [logical, id]));
const operationsOn = (...logical: string[]) => up.steps.filter(({ name }) => logical.includes(name)).map(({ op }) => op);
const replacement = ["create-replacement", "replace", "delete-replaced"];

/** The one service of that name, which is also the one in state. */
async function theOne(logical: string, name = logical) {
  const services = (await liveServices(account.control)).filter((service) => service.name === name);
  expect(services).toHaveLength(1);
  expect((await idsInState())[logical]).toBe(services[0]?.id);
  return services[0]?.id;
}

/** One run replaces a service, makes a tainted one anew, renames one, renames one with an alias and moves one. */
beforeAll(async () => {
  account = await startAccount();
  pump = (await claimedDevice(account.control)).deviceId;
  valve = (await claimedDevice(account.control, { hardwareId: "hw-2", name: "valve" })).deviceId;
  const unchanged = { forced: { name: "forced" }, tainted: { name: "tainted" } };
  stack = await inlineStack({
    config: account.config,
    program: program({ ...unchanged, renamed: { name: "renamed" }, aliased: { name: "aliased" }, moved: { name: "moved" } }),
  });
  await stack.up();
  before = await idsInState();
  const { forced, tainted } = (await stack.state()).resources;
  await stack.run("state", "taint", tainted?.urn ?? "", "--yes");
  stack.edit(
    program({
      ...unchanged,
      renamed2: { name: "renamed" },
      aliased2: { name: "aliased", alias: "aliased" },
      moved: { name: "moved", on: valve },
    }),
  );
  up = await stack.up("--replace", forced?.urn ?? "");
});
afterAll(() => account.stop());

describe("there is one service at the end of", () => {
  it("up --replace", async () => {
    expect(up.errors).toEqual([]);
    expect(operationsOn("forced")).toEqual(replacement);
    await theOne("forced");
  });

  it("state taint", async () => {
    expect(operationsOn("tainted")).toEqual(replacement);
    await theOne("tainted");
  });

  it("a new logical name, which takes over the service that is there and says so", async () => {
    expect(operationsOn("renamed", "renamed2")).toEqual(["create", "delete"]);
    expect(up.output).toContain(`it exists already, as ${before["renamed"] ?? ""}, and is adopted.`);
    expect(await theOne("renamed2", "renamed")).toBe(before["renamed"]);
  });

  it("a new logical name with an alias, where nothing happens at all", async () => {
    expect(operationsOn("aliased", "aliased2")).toEqual(["same"]);
    expect(await theOne("aliased2", "aliased")).toBe(before["aliased"]);
  });

  it("another deviceId, which makes the service anew on that device", async () => {
    expect(operationsOn("moved")).toEqual(replacement);
    await theOne("moved");
    const { devices } = await contents(account.control);
    expect(devices.find(({ id }) => id === valve)?.services).toHaveLength(1);
  });

  it("all of that, and then there is nothing left to do", async () => {
    expect(await liveServices(account.control)).toHaveLength(5);
    expect(Object.keys(await idsInState()).sort()).toEqual(["aliased2", "forced", "moved", "renamed2", "tainted"]);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  });
});
