import { adapterNames, expectClean, useAdapterAccount } from "../adapters/account";
import { type Case, changeable, namedCases, type Properties, staysOf, stepsOf } from "../cases/case";
import { addBystander, contentsBeside, declaring, did, expectHeld, newSince, writes } from "./support";

const account = useAdapterAccount();

test.each(namedCases)("of a %s, the case changes every property that can be changed in place", (_type, one) => {
  expect(Object.keys(one.changed).sort()).toEqual(changeable(one).sort());
});

describe.each(namedCases)("%s", (_type, one: Case) => {
  const { alter, remove } = one;
  describe.each(adapterNames)("through the adapter %s", (adapter) => {
    /** An account with a bystander, ready for the thing, and the declaration of it. */
    const start = async () => {
      await addBystander(account.control);
      const before = await one.held(account);
      const declared = await one.declared(account);
      const all = await contentsBeside(one, account);
      return { stack: account.stack(adapter), before, declared, all };
    };
    /** And the thing is made. */
    const made = async () => {
      const started = await start();
      expect(await started.stack.up(declaring(one, started.declared))).toMatchObject(did("created"));
      return { ...started, id: started.stack.state.get("it")?.id ?? "" };
    };

    test("is made as declared, once, and is clean after it", async () => {
      const { stack, before, declared } = await made();
      await expectHeld(one, account, { stack, before, declared });
      await expectClean(stack, declaring(one, declared));
    });

    test("is changed in place, property by property", async () => {
      const { stack, before, declared, id } = await made();
      let wanted: Properties = declared;
      for (const changes of stepsOf(one)) {
        wanted = { ...wanted, ...changes };
        const what = Object.keys(changes);
        expect({ what, ...(await stack.up(declaring(one, wanted))) }).toMatchObject({ what, ...did("updated") });
        expect(stack.state.get("it")?.id).toBe(id);
        await expectHeld(one, account, { stack, before, declared: wanted });
      }
      await expectClean(stack, declaring(one, wanted));
    });

    if (alter)
      test("that another hand has changed: a refresh sees it, and the next up puts it right", async () => {
        const { stack, before, declared, id } = await made();
        await alter(account, id);
        expect(await stack.refresh()).toMatchObject(did());
        expect(await stack.preview(declaring(one, declared))).toMatchObject(did("updated"));
        expect(await stack.up(declaring(one, declared))).toMatchObject(did("updated"));
        await expectHeld(one, account, { stack, before, declared });
        await expectClean(stack, declaring(one, declared));
      });

    const deleted = remove ? test : test.skip;

    deleted("that another hand has deleted leaves state with a refresh, and comes back where it can", async () => {
      const { stack, before, declared, id } = await made();
      await remove?.(account, id);
      expect(await stack.refresh()).toMatchObject(did("deleted"));
      expect(await newSince(one, account, before)).toEqual([]);
      const { created, errors } = await stack.up(declaring(one, declared));
      if (one.isMadeOnce) {
        expect(errors).toHaveLength(1);
        expect(await newSince(one, account, before)).toEqual([]);
        return;
      }
      expect({ created, errors }).toEqual({ created: ["it"], errors: [] });
      await expectHeld(one, account, { stack, before, declared });
    });

    deleted("that another hand has deleted is no error for destroy", async () => {
      const { stack, id } = await made();
      await remove?.(account, id);
      expect(await stack.destroy()).toMatchObject(did("deleted"));
    });

    test("is destroyed, and nothing beside it", async () => {
      const { stack, all, before } = await made();
      const held = staysOf(one) ? await one.held(account) : before;
      expect(await stack.destroy()).toMatchObject(did("deleted"));
      expect(await one.held(account)).toEqual(held);
      expect(await contentsBeside(one, account)).toEqual({ ...all, [one.type]: held });
    });

    test("that was there is adopted without a change, and destroy leaves it", async () => {
      await addBystander(account.control);
      const declared = await one.there(account);
      const all = await contentsBeside(one, account);
      const stack = account.stack(adapter);
      expect(await stack.up(declaring(one, declared))).toMatchObject(did("created"));
      expect(await contentsBeside(one, account)).toEqual(all);
      expect(stack.state.get("it")?.outputs).toMatchObject({ origin: "adopted" });
      await expectClean(stack, declaring(one, declared));
      expect(await stack.destroy()).toMatchObject(did("deleted"));
      expect(await contentsBeside(one, account)).toEqual(all);
    });

    test("is taken in by its id: what its declaration would be has nothing to change, and it stays when it leaves the program", async () => {
      const before = await one.held(account);
      const declared = await one.there(account);
      const [thing] = await newSince(one, account, before);
      const stack = account.stack(adapter);
      expect(await stack.take("it", one.type, thing?.id ?? "")).toMatchObject(did());
      const inputs = stack.state.get("it")?.inputs ?? {};
      if (adapter === "plugin") expect(await stack.preview(declaring(one, inputs))).toMatchObject(did());
      const changing = await stack.preview(declaring(one, { ...inputs, ...declared }));
      expect(changing).toMatchObject({ created: [], replaced: [], deleted: [], errors: [] });
      expect(await writes(account.control)).toEqual({});
      expect(await stack.take("none", one.type, "80:00:00:00:00:00:00:99")).toMatchObject({ errors: [expect.any(String)] });
      if (adapter === "dynamic") return; // the engine only reads it, and deletes nothing
      const all = await contentsBeside(one, account);
      expect(await stack.destroy()).toMatchObject(did("deleted"));
      expect(await contentsBeside(one, account)).toEqual(all);
      expect(await writes(account.control)).toEqual({});
    });

    test("is shown by a preview before it is made and before it is changed, without a request that writes", async () => {
      const { stack, declared } = await start();
      expect(await stack.preview(declaring(one, declared))).toMatchObject(did("created"));
      expect(await writes(account.control)).toEqual({});
      await stack.up(declaring(one, declared));
      const sent = await writes(account.control);
      expect(await stack.preview(declaring(one, { ...declared, ...one.changed }))).toMatchObject(did(alter && "updated"));
      expect(await writes(account.control)).toEqual(sent);
    });
  });
});
