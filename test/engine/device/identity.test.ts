import type { DeviceArgs } from "pulumi-remoteit";
import type { Program } from "../support";
import { useAccount } from "../support/account";

jest.setTimeout(120_000);

const account = useAccount();

/**
 * Two ways to a device; what the program says of it would delete it. It is offline, as remote.it would delete it. All origins
 * and states stand in the matrix of ownership, which needs no engine.
 */
const origins = {
  adopted: async (): Promise<DeviceArgs> => ({ deviceId: await account.owned({ online: false }), deleteOnDestroy: true }),
  claimed: async (): Promise<DeviceArgs> => ({ claimCode: (await account.claimable({ online: false })).claimCode }),
};
type Origin = keyof typeof origins;

/** What happens to a resource that its program declares unchanged. */
const fates = ["aliased", "renamed", "replaced", "tainted"] as const;

/** A stack with a device of each origin for each fate. */
async function made() {
  const args: Record<string, DeviceArgs> = {};
  for (const origin of ["adopted", "claimed"] as const)
    for (const fate of fates) args[`${origin}-${fate}`] = await origins[origin]();
  /** Those of the origins are declared under another logical name, where that is their fate. */
  const program =
    (...struck: Origin[]): Program =>
    ({ remoteit }) => {
      for (const [name, properties] of Object.entries(args)) {
        const isRenamed = struck.some((origin) => name === `${origin}-renamed`);
        const isAliased = struck.length > 0 && name.endsWith("-aliased");
        const options = isAliased ? { aliases: [{ name }] } : {};
        new remoteit.Device(isRenamed || isAliased ? `${name}-north` : name, properties, options);
      }
    };
  const stack = await account.stack(program());
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 8 } });
  const { resources } = await stack.state();
  for (const { id = "" } of Object.values(resources)) expect(await account.device(id)).toMatchObject({ state: "inactive" });
  const strike = async (origin: Origin) => {
    const urn = resources[`${origin}-tainted`]?.urn ?? "";
    expect(await stack.run("state", "taint", urn)).toMatchObject({ code: 0 });
    return stack.up("--replace", `**Device::${origin}-replaced`);
  };
  /** Each is still in the account, and state holds it under this name. */
  const expectHeld = async (names: Record<string, string>) => {
    const held = Object.entries((await stack.state()).resources).map(([name, { id }]) => [name, id]);
    expect(Object.fromEntries(held)).toEqual(
      Object.fromEntries(Object.entries(resources).map(([name, { id }]) => [names[name] ?? name, id])),
    );
    for (const { id = "" } of Object.values(resources)) expect(await account.device(id)).toBeDefined();
  };
  return { stack, program, strike, expectHeld };
}

const aliased = { "adopted-aliased": "adopted-aliased-north", "claimed-aliased": "claimed-aliased-north" };
const renamed = { "adopted-renamed": "adopted-renamed-north" };

test("a device that is offline keeps its place under an alias, and is not lost by a rename without one, --replace or a taint", async () => {
  const { stack, program, strike, expectHeld } = await made();
  const created = ({ steps }: { steps: { op: string; name: string }[] }) =>
    steps.flatMap(({ op, name }) => (op.startsWith("create") ? [`${op} ${name}`] : [])).sort();

  // An adopted one is found again.
  stack.edit(program("adopted"));
  const up = await strike("adopted");
  expect(up).toMatchObject({ code: 0, changes: { same: 5 } });
  expect(created(up)).toEqual([
    "create adopted-renamed-north",
    "create-replacement adopted-replaced",
    "create-replacement adopted-tainted",
  ]);
  await expectHeld({ ...aliased, ...renamed });

  // A used code claims none: the run fails before a loss.
  stack.edit(program("adopted", "claimed"));
  const failed = await strike("claimed");
  expect(failed.code).not.toBe(0);
  expect(created(failed)).toEqual([
    "create claimed-renamed-north",
    "create-replacement claimed-replaced",
    "create-replacement claimed-tainted",
  ]);
  await expectHeld({ ...aliased, ...renamed });
});
