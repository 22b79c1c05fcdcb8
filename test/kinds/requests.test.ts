import type { AdapterName } from "../adapters";
import { adapterNames, useAdapterAccount } from "../adapters/account";
import { cases } from "../cases/case";
import { driftOf } from "../drift/stack";
import { mixedProgram, sentBy } from "./mixed";

const account = useAdapterAccount();

const RESOURCES = 200;

async function made(adapter: AdapterName) {
  const stack = account.stack(adapter);
  const { errors, created } = await stack.up(await mixedProgram(account, RESOURCES));
  expect(errors).toEqual([]);
  expect(created.length).toBeGreaterThanOrEqual(RESOURCES);
  return stack;
}

describe.each(adapterNames)("a stack of all kinds, through the adapter %s", (adapter) => {
  test("is refreshed with one list, or one batch, of each kind", async () => {
    const stack = await made(adapter);
    const process = await account.process(adapter);
    const sent = await sentBy(account, () => Promise.all([...stack.state.values()].map((kept) => process.read(kept))));
    process.end();
    expect(Object.entries(sent).filter(([, count]) => count > 1)).toEqual([]);
    expect(Object.keys(sent).length).toBeLessThanOrEqual(cases.length);
  });

  test("is compared with the account with one page and at most one list of each kind that stands in none", async () => {
    const stack = await made(adapter);
    let inSync = 0;
    const sent = await sentBy(account, async () => {
      inSync = (await driftOf(stack, account)).summary.inSync;
    });
    expect(inSync).toBe(stack.state.size);
    expect(Object.entries(sent).filter(([, count]) => count > 1)).toEqual([]);
    expect(sent["graphql:listDevices"]).toBe(1);
    expect(Object.keys(sent).length).toBeLessThanOrEqual(cases.length);
  });
});
