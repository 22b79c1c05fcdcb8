import type { Outcome, Program } from "../support";
import { keysOf, useAccount } from "../support/account";

jest.setTimeout(180_000);

const account = useAccount();

/** An adopted and a claimed device in one stack, both offline, so that nothing but the account keeps them from being deleted. */
async function twoDevices() {
  const first = await account.control.key();
  const adopted = await account.owned({ online: false });
  const { deviceId: claimed, claimCode } = await account.claimable({ online: false });
  const program =
    (name: string, ...without: string[]): Program =>
    ({ remoteit }) => {
      if (!without.includes("adopted")) new remoteit.Device("adopted", { deviceId: adopted, name });
      if (!without.includes("claimed")) new remoteit.Device("claimed", { claimCode });
    };
  const stack = await account.stack(program("pump-7"), { config: keysOf(first) });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 2 } });
  /** The run fails, and has changed nothing, neither in state nor in the account. */
  const expectFailure = async (run: Outcome) => {
    expect(run.code).not.toBe(0);
    const { resources } = await stack.state();
    expect([resources["adopted"]?.id, resources["claimed"]?.id]).toEqual([adopted, claimed]);
    expect(await account.device(adopted)).toMatchObject({ name: "pump-7" });
    expect(await account.device(claimed)).toBeDefined();
  };
  return { first, ids: [adopted, claimed], stack, program, expectFailure };
}

test("with a key that was rotated since, or another account's, runs say what to do and nothing is forgotten; the right key then carries them out", async () => {
  const { first, ids, stack, program, expectFailure } = await twoDevices();
  await account.control.disableKey(first.accessKeyId);
  const next = await account.control.key();
  await stack.configure(keysOf(next));
  for (const run of [await stack.refresh(), await stack.destroy()]) {
    expect(run.output).toContain(
      "`pulumi refresh` and `pulumi destroy` use the key stored at the last `pulumi up` unless --run-program is given.",
    );
    for (const { secretAccessKey } of [first, next]) expect(run.output).not.toContain(secretAccessKey);
    await expectFailure(run);
  }
  expect(await stack.refresh("--run-program")).toMatchObject({ code: 0, changes: { refresh: 2 } });

  const other = await account.control.account();
  await stack.configure(keysOf(other));
  const stranger = `It belongs to account ${account.sandbox.accountId}, but the configured access key speaks for account ${other.accountId}.`;
  for (const operation of ["refresh", "destroy"] as const) {
    const run = await stack[operation]("--run-program");
    expect(run.output).toContain(stranger);
    await expectFailure(run);
  }
  stack.edit(program("pump-8"));
  const up = await stack.up();
  expect(up.errors.join()).toContain(`speaks for account ${other.accountId}`);
  await expectFailure(up);
  // Devices that leave the program are not forgotten either.
  stack.edit(program("pump-7", "adopted", "claimed"));
  await account.slow(2);
  const removal = await stack.up();
  for (const id of ids) expect(removal.errors).toContainEqual(expect.stringMatching(`${id}\\b.*speaks for account`));
  await expectFailure(removal);

  await stack.configure(keysOf(next));
  stack.edit(program("pump-8"));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1, same: 1 } });
  expect(await stack.refresh()).toMatchObject({ code: 0 });
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 2 } });
});
