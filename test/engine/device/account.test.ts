import type { Program } from "../support";
import { keysOf, useAccount } from "../support/account";

const account = useAccount();

/** An adopted and a claimed device in one stack, both offline, so that nothing but the account keeps them from being deleted. */
async function twoDevices() {
  const adopted = await account.owned({ online: false });
  const { deviceId: claimed, claimCode } = await account.claimable({ online: false });
  const program =
    (name: string, without?: string): Program =>
    ({ remoteit }) => {
      if (without !== "adopted") new remoteit.Device("adopted", { deviceId: adopted, name });
      if (without !== "claimed") new remoteit.Device("claimed", { claimCode });
    };
  const stack = await account.stack(program("pump-7"));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 2 } });
  const bothAre = async () => {
    expect(Object.keys((await stack.state()).resources).sort()).toEqual(["adopted", "claimed"]);
    expect(await account.device(adopted)).toMatchObject({ name: "pump-7" });
    expect(await account.device(claimed)).toBeDefined();
  };
  const leaveOut = (name: string) => stack.edit(program("pump-7", name));
  return { stack, bothAre, leaveOut, rename: () => stack.edit(program("pump-8")) };
}

test("after a key was rotated, refresh and destroy with the stored one say what to do and leave state intact", async () => {
  const first = await account.control.key();
  const adopted = await account.owned({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: adopted, name: "pump-7" }), {
    config: keysOf(first),
  });
  expect(await stack.up()).toMatchObject({ code: 0 });
  await account.control.disableKey(first.accessKeyId);
  const next = await account.control.key();
  await stack.configure(keysOf(next));

  for (const run of [await stack.refresh(), await stack.destroy()]) {
    expect(run.code).not.toBe(0);
    expect(run.output).toContain(
      "`pulumi refresh` and `pulumi destroy` use the key stored at the last `pulumi up` unless --run-program is given.",
    );
    for (const { secretAccessKey } of [first, next]) expect(run.output).not.toContain(secretAccessKey);
    expect((await stack.state()).resources["pump"]?.id).toBe(adopted);
  }
  expect(await stack.refresh("--run-program")).toMatchObject({ code: 0, changes: { refresh: 1 } });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 1 } });
  expect(await stack.refresh()).toMatchObject({ code: 0 });
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
});

test.each(["refresh", "destroy"] as const)("with another account's key, %s stops and nothing is forgotten", async (operation) => {
  const { stack, bothAre } = await twoDevices();
  const other = await account.control.account();
  await stack.configure(keysOf(other));
  const run = await stack[operation]("--run-program");
  expect(run.code).not.toBe(0);
  expect(run.output).toContain(
    `It belongs to account ${account.sandbox.accountId}, but the configured access key speaks for account ${other.accountId}.`,
  );
  await bothAre();
});

test("with another account's key, an up with changes stops, and the right key then carries them out", async () => {
  const { stack, bothAre, rename } = await twoDevices();
  const other = await account.control.account();
  await stack.configure(keysOf(other));
  rename();
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain(`speaks for account ${other.accountId}`);
  await bothAre();
  await stack.configure(keysOf(account.sandbox));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1, same: 1 } });
});

test.each(["adopted", "claimed"])(
  "with another account's key, a device that was %s and leaves the program is not forgotten",
  async (origin) => {
    const { stack, bothAre, leaveOut } = await twoDevices();
    await stack.configure(keysOf(await account.control.account()));
    leaveOut(origin);
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.output).toContain("speaks for account");
    await bothAre();
  },
);
