import type { DeviceArgs } from "pulumi-remoteit";
import { useAccount } from "../support/account";

const account = useAccount();

/** The ways to a device; what the program says of it would delete it. */
const origins: Record<string, (online: boolean) => Promise<DeviceArgs>> = {
  adopted: async (online) => ({ deviceId: await account.owned({ online }), deleteOnDestroy: true }),
  awaited: async (online) => {
    await account.owned({ online, hardwareId: "hw-gate" });
    return { hardwareId: "hw-gate" };
  },
  claimed: async (online) => ({ claimCode: (await account.claimable({ online })).claimCode }),
  provisioned: () => {
    const { projectKey, projectSecret } = account.sandbox;
    return Promise.resolve({ provision: { projectKey, projectSecret }, hardwareId: "hw-made" });
  },
};

/** An offline device is the one in danger: remote.it would delete it. */
const cases = [
  ["adopted", "online"],
  ["adopted", "offline"],
  ["awaited", "online"],
  ["awaited", "offline"],
  ["claimed", "online"],
  ["claimed", "offline"],
  ["provisioned", "offline"],
] as const;

async function made(origin: string, state: string) {
  const args = (await origins[origin]?.(state === "online")) ?? {};
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", args), {
    config: { "remoteit:developerKey": { secret: account.sandbox.developerKey } },
  });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  const { id = "", urn = "" } = (await stack.state()).resources["pump"] ?? {};
  expect(await account.device(id)).toMatchObject({ state: state === "online" ? "active" : "inactive" });
  return { id, urn, args, stack };
}

/** The others find the same device again. A used code claims none: the run fails before a loss. */
const succeeds = (origin: string) => origin !== "claimed";

describe.each(cases)("a device that was %s and is %s", (origin, state) => {
  test("keeps its place under another logical name with aliases", async () => {
    const { id, args, stack } = await made(origin, state);
    stack.edit(({ remoteit }) => new remoteit.Device("pump-north", args, { aliases: [{ name: "pump" }] }));
    expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 1 } });
    expect(Object.keys((await stack.state()).resources)).toEqual(["pump-north"]);
    expect(await account.device(id)).toBeDefined();
  });

  test("is not lost under another logical name without aliases", async () => {
    const { id, args, stack } = await made(origin, state);
    stack.edit(({ remoteit }) => new remoteit.Device("pump-north", args));
    const up = await stack.up();
    expect(up.code === 0).toBe(succeeds(origin));
    expect(await account.device(id)).toBeDefined();
    const { resources } = await stack.state();
    expect(Object.keys(resources)).toEqual([succeeds(origin) ? "pump-north" : "pump"]);
    expect(Object.values(resources)[0]?.id).toBe(id);
  });

  test("is not lost by up --replace", async () => {
    const { id, stack } = await made(origin, state);
    const up = await stack.up("--replace", "**Device::pump");
    expect(up.code === 0).toBe(succeeds(origin));
    expect(up.steps.map(({ op }) => op)).toContain("create-replacement");
    expect(await account.device(id)).toBeDefined();
    expect((await stack.state()).resources["pump"]?.id).toBe(id);
  });

  test("is not lost when its resource is tainted", async () => {
    const { id, urn, stack } = await made(origin, state);
    expect(await stack.run("state", "taint", urn)).toMatchObject({ code: 0 });
    const up = await stack.up();
    expect(up.code === 0).toBe(succeeds(origin));
    expect(await account.device(id)).toBeDefined();
    expect((await stack.state()).resources["pump"]?.id).toBe(id);
  });
});
