import { adapterNames, useAdapterAccount } from "../adapters/account";
import { namedCases } from "../cases/case";
import { contents, declaring, did } from "./support";

const account = useAdapterAccount();

describe.each(adapterNames)("under another account, through the %s adapter,", (adapter) => {
  test.each(namedCases)("nothing of a %s is read into state, changed, deleted or forgotten", async (_type, one) => {
    const declared = await one.declared(account);
    const own = account.stack(adapter);
    expect(await own.up(declaring(one, declared))).toMatchObject(did("created"));
    const all = await contents(account);
    const other = await account.control.account();
    const foreign = account.stack(adapter, { accessKeyId: other.accessKeyId, secretAccessKey: other.secretAccessKey });
    const kept = own.state.get("it");
    if (kept) foreign.state.set("it", kept);
    const why = `It belongs to account ${account.sandbox.accountId}, but the configured access key speaks for account ${other.accountId}.`;
    const program = declaring(one, { ...declared, ...one.changed });
    // An up of what cannot be changed asks nothing.
    const up = one.alter ? [foreign.up(program)] : [];
    for (const running of [foreign.refresh(), ...up, foreign.destroy()]) {
      expect(await running).toMatchObject({ ...did(), errors: [expect.stringContaining(why)] });
      expect(foreign.state.get("it")).toEqual(kept);
    }
    expect(await contents(account)).toEqual(all);
  });
});
