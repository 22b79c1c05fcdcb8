import type { DeviceArgs } from "pulumi-remoteit";
import { useAccount } from "../support/account";

const account = useAccount();

/**
 * Two ways to a device; what the program says of it would delete it. It is offline, as remote.it would delete it. All origins
 * and states stand in the matrix of ownership, which needs no engine.
 */
const origins: Record<"adopted" | "claimed", () => Promise<DeviceArgs>> = {
  adopted: async () => ({ deviceId: await account.owned({ online: false }), deleteOnDestroy: true }),
  claimed: async () => ({ claimCode: (await account.claimable({ online: false })).claimCode }),
};

async function made(origin: keyof typeof origins) {
  const args = await origins[origin]();
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", args));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  const { id = "", urn = "" } = (await stack.state()).resources["pump"] ?? {};
  expect(await account.device(id)).toMatchObject({ state: "inactive" });
  return { id, urn, args, stack };
}

/** The adopted one is found again. A used code claims none: the run fails before a loss. */
const succeeds = (origin: keyof typeof origins) => origin !== "claimed";

describe.each(["adopted", "claimed"] as const)("a device that was %s and is offline", (origin) => {
  test("keeps its place under another logical name with aliases", async () => {
    const { id, args, stack } = await made(origin);
    stack.edit(({ remoteit }) => new remoteit.Device("pump-north", args, { aliases: [{ name: "pump" }] }));
    expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 1 } });
    expect(Object.keys((await stack.state()).resources)).toEqual(["pump-north"]);
    expect(await account.device(id)).toBeDefined();
  });

  test("is not lost under another logical name without aliases", async () => {
    const { id, args, stack } = await made(origin);
    stack.edit(({ remoteit }) => new remoteit.Device("pump-north", args));
    const up = await stack.up();
    expect(up.code === 0).toBe(succeeds(origin));
    expect(await account.device(id)).toBeDefined();
    const { resources } = await stack.state();
    expect(Object.keys(resources)).toEqual([succeeds(origin) ? "pump-north" : "pump"]);
    expect(Object.values(resources)[0]?.id).toBe(id);
  });

  test("is not lost by up --replace", async () => {
    const { id, stack } = await made(origin);
    const up = await stack.up("--replace", "**Device::pump");
    expect(up.code === 0).toBe(succeeds(origin));
    expect(up.steps.map(({ op }) => op)).toContain("create-replacement");
    expect(await account.device(id)).toBeDefined();
    expect((await stack.state()).resources["pump"]?.id).toBe(id);
  });

  test("is not lost when its resource is tainted", async () => {
    const { id, urn, stack } = await made(origin);
    expect(await stack.run("state", "taint", urn)).toMatchObject({ code: 0 });
    const up = await stack.up();
    expect(up.code === 0).toBe(succeeds(origin));
    expect(await account.device(id)).toBeDefined();
    expect((await stack.state()).resources["pump"]?.id).toBe(id);
  });
});
