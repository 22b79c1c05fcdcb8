import { inlineStack, type InlineStack, type Outcome, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices, type LiveService } from "../support/contents";

const changes: Record<string, { args: object; live: Partial<LiveService> }> = {
  name: { args: { name: "panel" }, live: { name: "panel", application: 7 } },
  "application, by its name": { args: { application: "HTTPS" }, live: { application: 8 } },
  "application, by a number": { args: { application: 4 }, live: { application: 4 } },
  host: { args: { host: "10.0.0.9" }, live: { host: "10.0.0.9" } },
  port: { args: { port: 8080 }, live: { port: 8080 } },
  enabled: { args: { enabled: false }, live: { enabled: false } },
  "several at once": {
    args: { name: "all", port: 1, host: "a.lan", enabled: true },
    live: { name: "all", port: 1, host: "a.lan", enabled: true },
  },
};
const all = Object.keys(changes);

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;
let ids: Record<string, string | undefined>;

/** A service for each change, with what it declares beside its defaults. */
const declares =
  (argsOf: (change: string) => object): Program =>
  ({ remoteit }) => {
    for (const change of all) {
      new remoteit.Service(change, { deviceId, name: change, application: "HTTP", ...argsOf(change) });
    }
  };

const live = async (change: string) => (await liveServices(account.control)).find(({ id }) => id === ids[change]);
const operationsOf = ({ steps }: Outcome) => Object.fromEntries(steps.map(({ name, op }) => [name, op]));
const sentUpdates = async () => (await account.control.requests()).byOperation["graphql:updateService"];

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: declares(() => ({})) });
  await stack.up();
  ids = Object.fromEntries(Object.entries((await stack.state()).resources).map(([name, { id }]) => [name, id]));
});
afterAll(() => account.stop());

describe("a changed property changes the service in place", () => {
  beforeAll(async () => {
    stack.edit(declares((change) => changes[change]?.args ?? {}));
    const up = await stack.up();
    expect(up.errors).toEqual([]);
    expect(up.changes).toEqual({ update: all.length });
    expect((await liveServices(account.control)).map(({ id }) => id).sort()).toEqual(Object.values(ids).sort());
  });

  it.each(all)("%s", async (change) => {
    expect(await live(change)).toMatchObject(changes[change]?.live ?? {});
  });

  it("and then there is nothing left to do", async () => {
    expect((await stack.preview()).changes).toEqual({ same: all.length });
  });
});

describe("what the program does not say", () => {
  it("never drifts: someone's change to it is no difference", async () => {
    const change = "mutation($id: ID!) { updateService(id: $id, port: 99, enabled: false) { id } }";
    await account.control.change(change, { id: ids["name"] });
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
  });
});

describe("after someone changed a name, one run in which declarations say less, or the same by another notation,", () => {
  let up: Outcome;
  let before: number | undefined;
  beforeAll(async () => {
    await account.control.change('mutation($id: String!) { renameService(serviceId: $id, name: "theirs") }', {
      id: ids["host"],
    });
    expect((await stack.refresh()).output).toMatch(/1 updated/);
    before = await sentUpdates();
    const edits: Record<string, object> = {
      "several at once": { name: "all" },
      port: { port: 8080, application: 7, deviceId: deviceId.toLowerCase() },
    };
    stack.edit(declares((change) => edits[change] ?? changes[change]?.args ?? {}));
    up = await stack.up();
    expect(up.errors).toEqual([]);
  });

  it("sets again what the program says", async () => {
    expect(operationsOf(up)["host"]).toBe("update");
    expect(await live("host")).toMatchObject({ name: "host" });
  });

  it("leaves alone what is no longer declared", async () => {
    expect(operationsOf(up)["several at once"]).toBe("update");
    expect(await live("several at once")).toMatchObject({ name: "all", port: 1, host: "a.lan" });
  });

  it("leaves alone what never was", async () => {
    expect(operationsOf(up)["name"]).toBe("same");
    expect(await live("name")).toMatchObject({ port: 99, enabled: false });
  });

  it("sends nothing for the same by another notation", async () => {
    expect(operationsOf(up)["port"]).toBe("same");
    expect(up.changes).toEqual({ update: 2, same: all.length - 2 });
    expect(await sentUpdates()).toBe(before);
  });
});
