import { adapterNames, useAdapterAccount } from "../adapters/account";
import { cases } from "../cases/case";
import { driftOf } from "../drift/stack";
import { mixedProgram, sentBy } from "./mixed";

const account = useAdapterAccount();

const RESOURCES = 200;

/** Reads of a refresh that Pulumi's engine has under way on two cores. */
const AT_ONCE = 8;

type Sent = Readonly<Record<string, number>>;

/** Which operations were sent more often than that, and that there are no more operations than kinds. */
function expectAtMost(sent: Sent, most: (operation: string) => number): void {
  expect(Object.entries(sent).filter(([operation, count]) => count > most(operation))).toEqual([]);
  expect(Object.keys(sent).length).toBeLessThanOrEqual(cases.length);
}

test.each(adapterNames)(
  "a stack of all kinds is refreshed and compared with one list or one batch of each kind (%s)",
  async (adapter) => {
    const stack = account.stack(adapter);
    const { errors, created } = await stack.up(await mixedProgram(account, RESOURCES));
    expect(errors).toEqual([]);
    expect(created.length).toBeGreaterThanOrEqual(RESOURCES);
    const all = [...stack.state.values()];
    const refreshed = async (atOnce: number) => {
      const process = await account.process(adapter);
      const sent = await sentBy(account, async () => {
        for (let at = 0; at < all.length; at += atOnce)
          await Promise.all(all.slice(at, at + atOnce).map((kept) => process.read(kept)));
      });
      process.end();
      return sent;
    };
    expectAtMost(await refreshed(all.length), () => 1);
    // Where the engine reads few at once, a batch of a kind and then a scan: three kinds are read in one with their own fields.
    expectAtMost(await refreshed(AT_ONCE), (operation) => (operation === "graphql:listDevices" ? 3 : 1));
    let inSync = 0;
    const compared = await sentBy(account, async () => {
      inSync = (await driftOf(stack, account)).summary.inSync;
    });
    expect(inSync).toBe(all.length);
    expectAtMost(compared, () => 1);
    expect(compared["graphql:listDevices"]).toBe(1);
  },
  120_000,
);
