import { type Control, controlOf, type Sandbox, startSandbox } from "../../sandbox";
import { PermissionError, PlanLimitError, RefusedError, type RemoteitError } from "../../provider/core/errors";
import { type Context, createContext, resources } from "../../provider/domains";
import { settingsFor } from "../client/server";
import { claimed } from "../sandbox/support";

// What is refused before anything is sent, and what remote.it refuses after all.

let sandbox: Sandbox;
let control: Control;
let member: { accessKeyId: string; secretAccessKey: string };

beforeAll(async () => {
  sandbox = await startSandbox();
  control = controlOf(sandbox.control);
  member = await control.account("member@example.com");
});
beforeEach(() => control.reset());
afterAll(() => sandbox.stop());

const said: string[] = [];

/** A process, in the own account or, with the keys of a member, in this one. */
function run(keys: Partial<typeof member> = {}): Context {
  said.length = 0;
  const { endpoint, accessKeyId, secretAccessKey, accountId } = sandbox;
  const whose = "accessKeyId" in keys ? { accountId } : {};
  const { accessKeyId: id = accessKeyId, secretAccessKey: secret = secretAccessKey } = keys;
  const settings = settingsFor(endpoint, { accessKeyId: id, secretAccessKey: secret, ...whose, requestsPerSecond: 1000 });
  return createContext(settings, (level, message) => void said.push(`${level}: ${message}`));
}

const plan = (...limits: { name: string; value: unknown; actual?: unknown }[]) => control.content({ limits });

async function join(role: string, permissions: string[]): Promise<string> {
  await control.content({ roles: [{ name: role, permissions }] });
  const { login } = (await control.change("{ login { organization { roles { id name } } } }")) as {
    login: { organization: { roles: { id: string; name: string }[] } };
  };
  const id = login.organization.roles.find(({ name }) => name === role)?.id ?? "";
  await control.change('mutation($id: ID) { setMember(email: ["member@example.com"], roleId: $id) }', { id });
  return id;
}

const thrown = async (work: Promise<unknown>): Promise<RemoteitError> =>
  work.then(
    () => {
      throw new Error("Nothing was thrown.");
    },
    (error: unknown) => error as RemoteitError,
  );

const makeTag = (context: Context, name = "pumps") => resources.tag.create(context, { name });
const asked = async () => (await control.requests()).byOperation;

describe("a feature that the plan switches off", () => {
  test("keeps a create back, with the limit, its value and the remedy", async () => {
    await plan({ name: "tagging", value: false, actual: 0 });
    const error = await thrown(makeTag(run()));
    expect(error).toBeInstanceOf(PlanLimitError);
    expect(error.message).toBe(
      `Creating tag "pumps" failed: The plan of account ${sandbox.accountId} does not allow it: its limit tagging has the value false (0 used). Nothing was sent. Change the account's plan, or remove what uses it up, then run \`pulumi up\` again.`,
    );
    expect(await asked()).not.toHaveProperty("graphql:setTag");
  });

  test("and an update, but no delete: what is there can go", async () => {
    const context = run();
    const { id, outputs } = await makeTag(context);
    await plan({ name: "tagging", value: false });
    const state = { name: "pumps", ...outputs };
    const error = await thrown(resources.tag.update(run(), id, state, { name: "pumps", color: 4 }));
    expect(error).toBeInstanceOf(PlanLimitError);
    expect(await asked()).toMatchObject({ "graphql:setTag": 1 });
    await resources.tag.delete(run(), id, state);
    expect(await asked()).toMatchObject({ "graphql:deleteTag": 1 });
  });

  test.each([
    ["has no value", { value: null }],
    ["is a text that nobody knows", { value: "P1Y" }],
    ["is on", { value: true }],
    ["is a number", { value: 3 }],
  ])("is not off where the limit %s", async (_what, { value }) => {
    await plan({ name: "tagging", value });
    expect(await makeTag(run())).toMatchObject({ failedProperties: [] });
  });

  test("is asked for once in a run, however many tags are made, and not at all where there is nothing to write", async () => {
    const context = run();
    const made = await Promise.all(["a", "b", "c"].map((name) => makeTag(context, name)));
    expect(await asked()).toMatchObject({ "graphql:getAllowance": 1, "graphql:setTag": 3 });
    const [first] = made;
    if (!first) throw new Error("No tag was made.");
    await resources.tag.update(run(), first.id, { name: "a", ...first.outputs }, { name: "a" });
    expect(await asked()).toMatchObject({ "graphql:getAllowance": 1 });
  });

  test("that refuses a whole run costs two requests, not one for each resource", async () => {
    await plan({ name: "tagging", value: false });
    const context = run();
    await Promise.all(Array.from({ length: 20 }, (_none, index) => thrown(makeTag(context, `tag-${index}`))));
    expect((await asked())["graphql:getAllowance"]).toBeLessThanOrEqual(2);
  });

  test("is told after all where it is switched off during a run", async () => {
    const context = run();
    await makeTag(context, "a");
    await plan({ name: "tagging", value: false });
    const error = await thrown(makeTag(context, "b"));
    expect(error.why).toMatch(/was answered: .* its limit tagging has the value false/s);
  });

  test("of a device's tags is told with the refusal, and costs no request before", async () => {
    const deviceId = await claimed(control, { hardwareId: "hw-1", name: "pump", online: false });
    await plan({ name: "tagging", value: false });
    const { failedProperties } = await resources.device.create(run(), { deviceId, tags: ["a"] });
    expect(failedProperties.map(({ error }) => error.message).join()).toContain("its limit tagging has the value false");
    expect(await asked()).toMatchObject({ "graphql:addTags": 1, "graphql:getAllowance": 1 });
  });
});

describe("an account whose plan nobody can ask", () => {
  test("has no limits in its schema: the change is tried", async () => {
    const old = await startSandbox({ without: ["limits"] });
    try {
      const { endpoint, accessKeyId, secretAccessKey } = old;
      const settings = settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 });
      expect(await makeTag(createContext(settings, () => undefined))).toMatchObject({ failedProperties: [] });
    } finally {
      await old.stop();
    }
  });

  test("answers with an error: the change is tried, and that is said", async () => {
    await control.faults([{ match: { operation: "getAllowance" }, kind: "graphql-error", message: "Out of order.", times: 9 }]);
    expect(await makeTag(run())).toMatchObject({ failedProperties: [] });
    expect(said).toContainEqual(expect.stringContaining("nothing is refused before remote.it itself does"));
  });
});

describe("devices beyond the plan", () => {
  test("are claimed: remote.it takes them and marks them as unlicensed", async () => {
    await plan({ name: "iot-devices", value: 0, actual: 5 });
    const { claimCode } = await control.agent({ hardwareId: "hw-1", name: "pump" });
    expect(await resources.device.create(run(), { claimCode })).toMatchObject({ failedProperties: [] });
  });
});

describe("the key of a member", () => {
  test("whose role is narrowed during the run is told what it has now", async () => {
    const id = await join("tagger", ["VIEW", "ADMIN"]);
    const context = run(member);
    await makeTag(context, "a");
    await control.change("mutation($id: String!) { updateRole(id: $id, revoke: [ADMIN]) { id } }", { id });
    const error = await thrown(makeTag(context, "b"));
    expect(error.why).toMatch(/^GraphQL setTag was answered: .* needs the permission ADMIN in account .* has VIEW there\.$/s);
    expect(error.remedy).toBe("Ask the owner for ADMIN, or use an access key of a user who has it.");
  });

  test("whose role is widened during the run is let through: what forbids is asked for again", async () => {
    const id = await join("tagger", ["VIEW"]);
    const context = run(member);
    expect(await thrown(makeTag(context, "a"))).toBeInstanceOf(PermissionError);
    await control.change("mutation($id: String!) { updateRole(id: $id, grant: [ADMIN]) { id } }", { id });
    jest.spyOn(performance, "now").mockReturnValue(performance.now() + 61_000);
    try {
      expect(await makeTag(context, "b")).toMatchObject({ failedProperties: [] });
    } finally {
      jest.restoreAllMocks();
    }
  });

  test("of a role that the account does not show is tried", async () => {
    await join("tagger", ["VIEW", "ADMIN"]);
    const old = await startSandbox({ without: ["membership"] });
    try {
      const keys = await controlOf(old.control).account("member@example.com");
      await controlOf(old.control).member({ accountId: old.accountId, of: keys.accountId });
      const settings = settingsFor(old.endpoint, { ...keys, accountId: old.accountId, requestsPerSecond: 1000 });
      expect(await makeTag(createContext(settings, () => undefined))).toMatchObject({ failedProperties: [] });
    } finally {
      await old.stop();
    }
  });
});

test("a refusal without a reason names the permission and the limit that the change needs", async () => {
  await control.faults([{ match: { operation: "setTag" }, kind: "false", times: 9 }]);
  const error = await thrown(makeTag(run()));
  expect(error).toBeInstanceOf(RefusedError);
  expect(error.why).toContain("its limit tagging has the value true");
  expect(error.remedy).toBe(
    "Check that the access key's user has the ADMIN permission in the account, in an account whose plan allows it (tagging), then run `pulumi up` again.",
  );
});
