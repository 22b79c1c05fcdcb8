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

/** What happens to a resource that its program declares unchanged. */
const fates = ["aliased", "renamed", "replaced", "tainted"] as const;

/** A stack with a device of each origin for each fate. */
async function made() {
  const args: Record<string, DeviceArgs> = {};
  for (const origin of ["adopted", "claimed"] as const)
    for (const fate of fates) args[`${origin}-${fate}`] = await origins[origin]();
  /** These, by origin and fate, are declared under another logical name; those that are aliased tell the old one. */
  const program =
    (...renamed: string[]): Program =>
    ({ remoteit }) => {
      for (const [name, properties] of Object.entries(args)) {
        const options = name.endsWith("-aliased") ? { aliases: [{ name }] } : {};
        new remoteit.Device(renamed.includes(name) ? `${name}-north` : name, properties, options);
      }
    };
  const stack = await account.stack(program());
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 8 } });
  const { resources } = await stack.state();
  for (const { id = "" } of Object.values(resources)) expect(await account.device(id)).toMatchObject({ state: "inactive" });
  const taint = async (name: string) =>
    expect(await stack.run("state", "taint", resources[name]?.urn ?? "")).toMatchObject({ code: 0 });
  /** Each is still in the account, and state holds it under this name. */
  const expectHeld = async (names: Record<string, string>) => {
    const held = Object.entries((await stack.state()).resources).map(([name, { id }]) => [name, id]);
    expect(Object.fromEntries(held)).toEqual(
      Object.fromEntries(Object.entries(resources).map(([name, { id }]) => [names[name] ?? name, id])),
    );
    for (const { id = "" } of Object.values(resources)) expect(await account.device(id)).toBeDefined();
  };
  return { stack, program, taint, expectHeld };
}

const created = ({ steps }: { steps: { op: string; name: string }[] }) =>
  steps.flatMap(({ op, name }) => (op.startsWith("create") ? [`${op} ${name}`] : [])).sort();

test("a device that is offline keeps its place under an alias, and is not lost by a rename without one, --replace or a taint", async () => {
  const { stack, program, taint, expectHeld } = await made();
  const moved = ["adopted-aliased", "claimed-aliased", "adopted-renamed"];
  const held = Object.fromEntries(moved.map((name) => [name, `${name}-north`]));

  // An adopted one is found again.
  stack.edit(program(...moved));
  await taint("adopted-tainted");
  const up = await stack.up("--replace", "**Device::adopted-replaced");
  expect(up).toMatchObject({ code: 0, changes: { same: 5 } });
  expect(created(up)).toEqual([
    "create adopted-renamed-north",
    "create-replacement adopted-replaced",
    "create-replacement adopted-tainted",
  ]);
  await expectHeld(held);

  // A used code claims none: each run fails before a loss.
  const expectFailure = async (creation: string, ...flags: string[]) => {
    const failed = await stack.up(...flags);
    expect(failed.code).not.toBe(0);
    expect(created(failed)).toEqual([creation]);
    await expectHeld(held);
  };
  stack.edit(program(...moved, "claimed-renamed"));
  await expectFailure("create claimed-renamed-north");
  stack.edit(program(...moved));
  await expectFailure("create-replacement claimed-replaced", "--replace", "**Device::claimed-replaced");
  await taint("claimed-tainted");
  await expectFailure("create-replacement claimed-tainted");
});
