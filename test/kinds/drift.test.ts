import { adapterNames, expectClean, useAdapterAccount } from "../adapters/account";
import { kindOf, namedCases } from "../cases/case";
import { driftOf } from "../drift/stack";
import { isLookedForUnasked } from "../../drift/kinds";
import { addBystander, declaring, did, newSince, writes, withCompanion } from "./support";

const account = useAdapterAccount();

describe.each(namedCases)("drift of a %s", (type, one) => {
  const { alter, remove } = one;
  describe.each(adapterNames)("that a stack holds through the adapter %s", (adapter) => {
    const made = async () => {
      await addBystander(account.control);
      const others = (await one.held(account)).map(({ id }) => id);
      const declared = await one.declared(account);
      const stack = account.stack(adapter);
      const program = declaring(one, declared);
      expect(await stack.up(program)).toMatchObject(did("created"));
      const id = stack.state.get("it")?.id ?? "";
      /** What drift says of the kind, the bystander left out. */
      const found = async () =>
        (await driftOf(stack, account)).findings.filter((one) => one.type === type && !others.includes(one.id));
      return { stack, program, id, found };
    };

    test("there is none after it was made, nor after it was changed; and looking for it writes nothing", async () => {
      const { stack, program, found } = await made();
      const sent = await writes(account.control);
      expect(await found()).toEqual([]);
      expect(await writes(account.control)).toEqual(sent);
      await stack.up(declaring(one, { ...program["it"]?.properties, ...one.changed }));
      expect(await found()).toEqual([]);
    });

    if (alter)
      test("another hand's change is found by its path, and is gone once it is put right", async () => {
        const { stack, program, id, found } = await made();
        const paths = await alter(account, id);
        const [finding, ...more] = await found();
        expect(more).toEqual([]);
        const severities = new Set(finding?.changes?.map(({ severity }) => severity));
        expect(finding?.severity).toBe(severities.has("high") ? "high" : undefined);
        expect(finding).toMatchObject({ status: "changed", type, id, stack: "dev" });
        expect(finding?.changes?.map(({ path }) => path)).toEqual(paths);
        await stack.refresh();
        expect(await stack.up(program)).toMatchObject(did("updated"));
        expect(await found()).toEqual([]);
        await expectClean(stack, program);
      });

    (remove ? test : test.skip)("what another hand has deleted is missing, until a refresh", async () => {
      const { stack, id, found } = await made();
      await remove?.(account, id);
      expect(await found()).toMatchObject([{ status: "missing", type, id, stack: "dev", remedy: expect.any(String) as string }]);
      await stack.refresh();
      expect(await found()).toEqual([]);
    });
  });

  test("what no stack holds is unmanaged", async () => {
    await addBystander(account.control);
    const before = await one.held(account);
    await one.there(account);
    const there = await newSince(one, account, before);
    const stack = await withCompanion(one, account, account.stack("plugin"));
    const { findings, notLookedAt } = await driftOf(stack, account, {}, { kinds: [type] });
    expect(notLookedAt ?? []).not.toContain(type);
    const ofKind = findings
      .filter((finding) => finding.type === type)
      .map(({ status, severity, id }) => ({ status, severity, id }));
    const severity = kindOf(one).grantsAccess && "high";
    const all = [...before, ...there].map(({ id }) => ({ status: "unmanaged", severity, id }));
    expect(ofKind).toEqual(expect.arrayContaining(all));
    expect(ofKind).toHaveLength(all.length);
  });

  test("where no stack holds one and nobody names the kind, it is looked for as the kind says, and else the report says so", async () => {
    await one.there(account);
    const { findings, notLookedAt = [] } = await driftOf(account.stack("plugin"), account);
    const isLookedAt = isLookedForUnasked(kindOf(one));
    expect(notLookedAt.includes(type)).toBe(!isLookedAt);
    if (!isLookedAt) expect(findings.filter((finding) => finding.type === type)).toEqual([]);
  });

  test("with a filter of devices, what belongs to none is left out, whatever names it, and the report says so", async () => {
    await one.there(account);
    const options = { kinds: [type], filter: { name: "nothing is called so" } };
    const { findings, notLookedAt = [] } = await driftOf(account.stack("plugin"), account, {}, options);
    expect(findings).toEqual([]);
    expect(notLookedAt.includes(type)).toBe(kindOf(one).device === undefined);
  });
});
