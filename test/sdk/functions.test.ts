import { startAccount, type TestAccount } from "../engine/support/account";
import { claimedDevice } from "../engine/support/contents";
import { inlineStack, type Program } from "../engine/support";

let account: TestAccount;

/** What the program exports, as `pulumi stack output` shows it. */
async function outputs(program: Program, config = account.config): Promise<Record<string, unknown>> {
  const stack = await inlineStack({ config, program });
  const up = await stack.up();
  expect(up.errors).toEqual([]);
  return JSON.parse((await stack.run("stack", "output", "--json")).stdout) as Record<string, unknown>;
}

beforeAll(async () => {
  account = await startAccount({ devices: 2500, services: 1 });
});
afterAll(() => account.stop());

describe("in a program", () => {
  it("getDevices gives every device of every page once, as the loop asks for them", async () => {
    const before = (await account.control.requests()).total;
    const { count, distinct, first } = await outputs(async ({ remoteit }) => {
      const devices = [];
      for await (const device of remoteit.getDevices()) devices.push(device);
      return { count: devices.length, distinct: new Set(devices.map(({ id }) => id)).size, first: devices[0] };
    });
    expect([count, distinct]).toEqual([2500, 2500]);
    expect(first).toMatchObject({ configurable: true, services: [expect.objectContaining({ name: "ssh" })] });
    expect((await account.control.requests()).total - before).toBe(3);
  });

  it("getDevices stops asking where the loop stops", async () => {
    const before = (await account.control.requests()).total;
    await outputs(async ({ remoteit }) => {
      for await (const { id } of remoteit.getDevices()) return { id };
      return {};
    });
    expect((await account.control.requests()).total - before).toBe(1);
  });

  it("getDevices filters", async () => {
    const { states, names } = await outputs(async ({ remoteit }) => {
      const inactive = new Set<string>();
      for await (const { state } of remoteit.getDevices({ state: "inactive" })) inactive.add(state);
      const found: string[] = [];
      for await (const { name } of remoteit.getDevices({ tag: { values: ["site-north", "pump"], operator: "ALL" } }))
        found.push(name ?? "");
      return { states: [...inactive], names: found };
    });
    expect(states).toEqual(["inactive"]);
    expect(names).not.toEqual([]);
    for (const name of names as string[]) expect(name).toMatch(/^pump-/);
  });

  it("getDevice and getServices tell of one device, and what they tell serves a resource", async () => {
    const { deviceId } = await claimedDevice(account.control, { name: "pump-x", hardwareId: "hw-x", services: [] });
    const told = await outputs(async ({ remoteit }) => {
      const device = await remoteit.getDevice(deviceId);
      const service = new remoteit.Service("ssh", { deviceId: device.id, name: "ssh", application: "SSH" });
      return { device, made: service.id };
    });
    expect(told["device"]).toMatchObject({ id: deviceId, name: "pump-x", configurable: true, tags: [], services: [] });
    const { services } = await outputs(async ({ remoteit }) => ({ services: await remoteit.getServices(deviceId) }));
    expect(services).toEqual([expect.objectContaining({ id: told["made"], deviceId, name: "ssh", application: 28, port: 22 })]);
  });

  it("getService tells of one service, and names the account where there is none", async () => {
    const { deviceId } = await claimedDevice(account.control, {
      name: "pump-y",
      hardwareId: "hw-y",
      services: [{ name: "web", application: 7, port: 80 }],
    });
    const { one, other, wrong } = await outputs(async ({ remoteit }) => {
      const [service] = await remoteit.getServices(deviceId);
      const failure = (id: string) => remoteit.getService(id).catch((error: unknown) => (error as Error).message);
      return {
        one: await remoteit.getService(service?.id ?? ""),
        other: await failure("80:00:00:00:00:99:99:99"),
        wrong: await failure("web"),
      };
    });
    expect(one).toMatchObject({ deviceId, name: "web", application: 7, port: 80 });
    expect(other).toContain(`Account ${account.sandbox.accountId} has no service with this id.`);
    expect(wrong).toContain("id: is no remote.it id");
  });

  it("getEvents reads a period, of one device where that is asked for", async () => {
    const { deviceId } = await claimedDevice(account.control, { name: "pump-z", hardwareId: "hw-z", online: true });
    const from = new Date().toISOString();
    await account.control.agentState(deviceId, "offline");
    await account.control.agentState(deviceId, "online");
    const { events, limited, before, other } = await outputs(async ({ remoteit }) => ({
      events: await remoteit.getEvents({ from, types: ["DEVICE_STATE"], deviceId }),
      limited: await remoteit.getEvents({ from, limit: 1 }),
      before: await remoteit.getEvents({ from: "2001-01-01", to: "2001-12-31" }),
      other: await remoteit.getEvents({ from, types: ["AUTH_LOGIN"] }),
    }));
    expect(events).toEqual(
      ["active", "inactive"].map(
        (state) => expect.objectContaining({ type: "DEVICE_STATE", state, deviceIds: [deviceId] }) as unknown,
      ),
    );
    expect(limited).toHaveLength(1);
    expect([before, other]).toEqual([[], []]);
  });

  it("getApplicationTypes lists the numbers that a service takes", async () => {
    const { types } = await outputs(async ({ remoteit }) => ({ types: await remoteit.getApplicationTypes() }));
    expect(types).toContainEqual(expect.objectContaining({ id: 28, name: "SSH", port: 22 }));
  });

  it("getAccount tells whose account the key speaks for, or the one of accountId", async () => {
    const own = await outputs(async ({ remoteit }) => ({ ...(await remoteit.getAccount()) }));
    expect(own).toMatchObject({
      id: account.sandbox.accountId,
      email: "sandbox@example.com",
    });
    const other = await account.control.account("fleet@example.com");
    await account.control.member({ accountId: other.accountId, of: account.sandbox.accountId });
    const fleet = await outputs(async ({ remoteit }) => ({ ...(await remoteit.getAccount()) }), {
      ...account.config,
      "remoteit:accountId": other.accountId,
    });
    expect(fleet).toMatchObject({ id: other.accountId, email: "fleet@example.com", devices: { total: 0 } });
  });
});
