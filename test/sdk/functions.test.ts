import { inlineStack, type InlineStack, type Installed, type Outcome, type Program } from "../engine/support";
import { startAccount, type TestAccount } from "../engine/support/account";
import { claimedDevice } from "../engine/support/contents";

type Question = (remoteit: Installed["remoteit"]) => Promise<unknown>;

let account: TestAccount;
let stack: InlineStack;
let up: Outcome;
let told: Record<string, unknown>;

/** A run of a program, and what it exports, as `pulumi stack output` shows it. */
async function run(program: Program, config = account.config) {
  const opened = await inlineStack({ config, program });
  const ran = await opened.up();
  expect(ran.errors).toEqual([]);
  return { stack: opened, up: ran, told: await outputs(opened) };
}

async function outputs(of: InlineStack, ...flags: string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await of.run("stack", "output", "--json", ...flags)).stdout) as Record<string, unknown>;
}

/** The answer, and how many requests it took. */
const counted =
  (question: Question): Question =>
  async (remoteit) => {
    const before = (await account.control.requests()).total;
    const answer = await question(remoteit);
    return { answer, requests: (await account.control.requests()).total - before };
  };

const questions: Record<string, Question> = {
  all: counted(async (remoteit) => {
    const devices = [];
    for await (const device of remoteit.getDevices()) devices.push(device);
    return { count: devices.length, distinct: new Set(devices.map(({ id }) => id)).size, first: devices[0] };
  }),
  one: counted(async (remoteit) => {
    for await (const { id } of remoteit.getDevices()) return id;
    return undefined;
  }),
  filtered: async (remoteit) => {
    const inactive = new Set<string>();
    for await (const { state } of remoteit.getDevices({ state: "inactive" })) inactive.add(state);
    const names: string[] = [];
    for await (const { name } of remoteit.getDevices({ tag: { values: ["site-north", "pump"], operator: "ALL" } }))
      names.push(name ?? "");
    return { states: [...inactive], names };
  },
  device: async (remoteit) => {
    const { deviceId } = await claimedDevice(account.control, { name: "pump-x", hardwareId: "hw-x", services: [] });
    const device = await remoteit.getDevice(deviceId);
    const service = new remoteit.Service("ssh", { deviceId: device.id, name: "ssh", application: "SSH" });
    const made = await new Promise((resolve) => service.id.apply(resolve));
    return { deviceId, device, made, services: await remoteit.getServices(deviceId) };
  },
  service: async (remoteit) => {
    const services = [{ name: "web", application: 7, port: 80 }];
    const { deviceId } = await claimedDevice(account.control, { name: "pump-y", hardwareId: "hw-y", services });
    const [service] = await remoteit.getServices(deviceId);
    const failure = (id: string) => remoteit.getService(id).catch((error: unknown) => (error as Error).message);
    return {
      deviceId,
      one: await remoteit.getService(service?.id ?? ""),
      other: await failure("80:00:00:00:00:99:99:99"),
      wrong: await failure("web"),
    };
  },
  events: async (remoteit) => {
    const { deviceId } = await claimedDevice(account.control, { name: "pump-z", hardwareId: "hw-z", online: true });
    const from = new Date().toISOString();
    await account.control.agentState(deviceId, "offline");
    await account.control.agentState(deviceId, "online");
    return {
      deviceId,
      events: await remoteit.getEvents({ from, types: ["DEVICE_STATE"], deviceId }),
      limited: await remoteit.getEvents({ from, limit: 1 }),
      before: await remoteit.getEvents({ from: "2001-01-01", to: "2001-12-31" }),
      other: await remoteit.getEvents({ from, types: ["AUTH_LOGIN"] }),
    };
  },
  types: (remoteit) => remoteit.getApplicationTypes(),
  account: async (remoteit) => ({ ...(await remoteit.getAccount()) }),
};

// One run asks everything, one question after the other.
beforeAll(async () => {
  account = await startAccount({ devices: 2500, services: 1 });
  ({ stack, up, told } = await run(async ({ remoteit }) => {
    const answers: Record<string, unknown> = {};
    for (const [name, question] of Object.entries(questions)) answers[name] = await question(remoteit);
    const pump = { name: "pump-7", tags: ["site-a"], services: [{ application: "SSH" as const, port: 2222 }] };
    return {
      ...answers,
      command: remoteit.registrationCommand(pump),
      again: remoteit.registrationCommand(pump),
      unique: remoteit.registrationCommand({ ...pump, unique: true }),
    };
  }));
});
afterAll(() => account.stop());

describe("in a program", () => {
  it("getDevices gives every device of every page once, as the loop asks for them", () => {
    const first = { configurable: true, services: [expect.objectContaining({ name: "ssh" })] };
    expect(told["all"]).toMatchObject({ answer: { count: 2500, distinct: 2500, first }, requests: 3 });
  });

  it("getDevices stops asking where the loop stops", () => {
    expect(told["one"]).toEqual({ answer: expect.stringMatching(/^80:/) as string, requests: 1 });
  });

  it("getDevices filters", () => {
    const { states, names } = told["filtered"] as { states: string[]; names: string[] };
    expect(states).toEqual(["inactive"]);
    expect(names).not.toEqual([]);
    for (const name of names) expect(name).toMatch(/^pump-/);
  });

  it("getDevice and getServices tell of one device, and what they tell serves a resource", () => {
    const { deviceId, device, made, services } = told["device"] as Record<string, unknown>;
    expect(device).toMatchObject({ id: deviceId, name: "pump-x", configurable: true, tags: [], services: [] });
    expect(services).toEqual([expect.objectContaining({ id: made, deviceId, name: "ssh", application: 28, port: 22 })]);
  });

  it("getService tells of one service, and names the account where there is none", () => {
    const { deviceId, one, other, wrong } = told["service"] as Record<string, unknown>;
    expect(one).toMatchObject({ deviceId, name: "web", application: 7, port: 80 });
    expect(other).toContain(`Account ${account.sandbox.accountId} has no service with this id.`);
    expect(wrong).toContain("id: is no remote.it id");
  });

  it("getEvents reads a period, of one device where that is asked for", () => {
    const { deviceId, events, limited, before, other } = told["events"] as Record<string, unknown>;
    expect(events).toEqual(
      ["active", "inactive"].map(
        (state) => expect.objectContaining({ type: "DEVICE_STATE", state, deviceIds: [deviceId] }) as unknown,
      ),
    );
    expect(limited).toHaveLength(1);
    expect([before, other]).toEqual([[], []]);
  });

  it("getApplicationTypes lists the numbers that a service takes", () => {
    expect(told["types"]).toContainEqual(expect.objectContaining({ id: 28, name: "SSH", port: 22 }));
  });

  it("getAccount tells whose account the key speaks for, or the one of accountId", async () => {
    expect(told["account"]).toMatchObject({ id: account.sandbox.accountId, email: "sandbox@example.com" });
    const other = await account.control.account("fleet@example.com");
    await account.control.member({ accountId: other.accountId, of: account.sandbox.accountId });
    const config = { ...account.config, "remoteit:accountId": other.accountId };
    const fleet = await run(async ({ remoteit }) => ({ ...(await remoteit.getAccount()) }), config);
    expect(fleet.told).toMatchObject({ id: other.accountId, email: "fleet@example.com", devices: { total: 0 } });
  });
});

describe("registrationCommand", () => {
  it("is a secret among the stack's outputs, the same one for the same arguments, and another where it is to be unique", async () => {
    expect(told["command"]).toBe("[secret]");
    const { command, again, unique } = (await outputs(stack, "--show-secrets")) as Record<string, string>;
    expect(command).not.toBe("");
    expect(again).toBe(command);
    expect(unique).not.toBe(command);
    expect(up.output).not.toContain(command);
    expect((await stack.state()).text).not.toContain(command);
  });

  it("registers a machine that runs it, as declared", async () => {
    const { command = "" } = (await outputs(stack, "--show-secrets")) as Record<string, string>;
    const code = /R3_REGISTRATION_CODE="?([^"\s]+)/.exec(command)?.[1] ?? "";
    const { deviceId } = await account.control.agent({ hardwareId: "hw-1", code });
    const device = await account.control.change(
      "query($id: [String!]!) { login { device(id: $id) { name tags { name } services { application port } } } }",
      { id: [deviceId] },
    );
    expect(device).toMatchObject({
      login: { device: [{ name: "pump-7", tags: [{ name: "site-a" }], services: [{ application: 28, port: 2222 }] }] },
    });
  });
});
