import { expectClean, useAdapterAccount } from "../adapters/account";
import { type Case, changeable, kindOf, namedCases, type Properties, stepsOf } from "../cases/case";
import { driftOf } from "../drift/stack";
import { declaring, did, thingOf } from "./support";

const account = useAdapterAccount();

const valueOf = async (one: Case, id: string, name: string): Promise<unknown> =>
  (await one.held(account)).find((held) => held.id === id)?.properties[name];

/** A property that only who writes it knows, such as a password: no reading shows that another hand has set another. */
async function isUnread(one: Case, id: string, name: string): Promise<boolean> {
  return kindOf(one).inputs[name]?.marks.writeOnly === true && (await valueOf(one, id, name)) === undefined;
}

const properties = namedCases.flatMap(([type, one]) =>
  stepsOf(one).map((changes) => [type, Object.keys(changes).join(" and "), one, changes] as const),
);

// Another program is the other hand: it takes the thing in by its id, and declares another value.
test.each(properties)(
  "a %s of which another hand has changed %s drifts in nothing else, and is put right",
  async (type, _names, one, changes) => {
    const names = Object.keys(changes);
    const made = await one.declared(account);
    const stack = account.stack("plugin");
    expect(await stack.up(declaring(one, made))).toMatchObject(did("created"));
    const id = thingOf(one, stack) ?? "";
    const [name = ""] = names;
    // Those that change together are declared together from the start.
    const usual = names.length > 1 ? {} : { [name]: made[name] ?? (await valueOf(one, id, name)) ?? changes[name] };
    const declared = { ...made, ...usual };
    const program = declaring(one, declared);
    expect(await stack.up(program)).toMatchObject({ errors: [], created: [], replaced: [], deleted: [] });
    const unread = await isUnread(one, id, name);
    const theirs = account.stack("plugin");
    expect(await theirs.take("it", type, id)).toMatchObject(did());
    const known: Properties = Object.fromEntries(
      changeable(one).flatMap((key) => (declared[key] === undefined ? [] : [[key, declared[key]]])),
    );
    const wanted = { ...theirs.state.get("it")?.inputs, ...known, ...changes };
    expect(await theirs.up(declaring(one, wanted))).toMatchObject({ errors: [], created: [], replaced: [], deleted: [] });
    const found = async () =>
      (await driftOf(stack, account)).findings.filter((finding) => finding.type === type && finding.stack);
    const findings = await found();
    const isAnother = thingOf(one, theirs) !== id;
    if (unread) expect(findings).toEqual([]);
    else {
      // What is known by its name is another thing under another one.
      expect(findings).toMatchObject([{ status: isAnother ? "missing" : "changed", stack: "dev" }]);
      const paths = findings[0]?.changes?.map(({ path }) => path.split(/[.[]/)[0]);
      // Of several that change together, those that are declared, and what stands in the place of such a one.
      const isTold = (key: string) => {
        const { alternative, writeOnly } = kindOf(one).inputs[key]?.marks ?? {};
        return !writeOnly && (declared[key] !== undefined || alternative !== undefined);
      };
      expect(new Set(paths)).toEqual(new Set(isAnother ? [] : names.filter(isTold)));
      await stack.refresh();
      expect(await stack.up(program)).toMatchObject(did(isAnother ? "created" : "updated"));
    }
    expect(await found()).toEqual([]);
    await expectClean(stack, program);
  },
);
