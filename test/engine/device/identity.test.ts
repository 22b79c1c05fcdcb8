import { useAccount, type Account } from "../support/account";
import type { InlineStack } from "../support";
import type { DeviceArgs } from "pulumi-remoteit";

const account = useAccount();

interface Made {
  id: string;
  /** What the program says of it; a delete would be wanted. */
  args: DeviceArgs;
}

/** The ways to a device that keep finding the same one; a claim code does not, and provisioning makes another. */
const origins: Record<string, (account: Account, online: boolean) => Promise<Made>> = {
  adopted: async ({ owned }, online) => {
    const id = await owned({ online });
    return { id, args: { deviceId: id, deleteOnDestroy: true } };
  },
  awaited: async ({ owned }, online) => {
    const id = await owned({ online, hardwareId: "hw-gate" });
    return { id, args: { hardwareId: "hw-gate" } };
  },
  claimed: async ({ claimable }, online) => {
    const { deviceId: id, claimCode } = await claimable({ online });
    return { id, args: { claimCode } };
  },
};

const cases = Object.keys(origins).flatMap((origin) => [
  [origin, "online"],
  [origin, "offline"],
]) as ["adopted" | "awaited" | "claimed", "online" | "offline"][];

async function made(origin: string, state: string): Promise<Made & { stack: InlineStack }> {
  const one = await origins[origin]?.(account, state === "online");
  if (!one) throw new Error(`No origin ${origin}.`);
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", one.args));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  return { ...one, stack };
}

/** A used claim code cannot claim again: the run must fail before anything is lost. */
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
    const { id, stack } = await made(origin, state);
    const urn = (await stack.state()).resources["pump"]?.urn ?? "";
    expect(await stack.run("state", "taint", urn)).toMatchObject({ code: 0 });
    const up = await stack.up();
    expect(up.code === 0).toBe(succeeds(origin));
    expect(await account.device(id)).toBeDefined();
    expect((await stack.state()).resources["pump"]?.id).toBe(id);
  });
});
