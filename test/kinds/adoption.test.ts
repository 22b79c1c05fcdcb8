import { runInNewContext } from "node:vm";
import { adoptCode, importFile, readUnmanaged } from "../../drift/adopt";
import type { Declaration } from "../adapters";
import { adapterNames, expectClean, useAdapterAccount } from "../adapters/account";
import { type Case, cases, namedCases, type Properties } from "../cases/case";
import { driftOf, readOnly } from "../drift/stack";
import { addBystander, contents, withCompanion, writes } from "./support";

const account = useAdapterAccount();

async function unmanaged(one: Case) {
  const stack = await withCompanion(one, account, account.stack("plugin"));
  const { findings } = await driftOf(stack, account, {}, { kinds: [one.type] });
  return readUnmanaged(readOnly(account.sandbox), findings);
}

/** What a program of plain declarations declares. */
function declarationOf(program: string): Declaration {
  const declared: Declaration = {};
  const classOf = (type: string) =>
    class {
      readonly id: object;
      constructor(name: string, properties: Properties) {
        declared[name] = { type, properties: JSON.parse(JSON.stringify(properties)) as Properties };
        this.id = { idOf: name };
      }
    };
  const classes = Object.fromEntries(cases.map(({ type }) => [type, classOf(type)]));
  runInNewContext(program.replace(/^import .*;$/m, ""), classes);
  return declared;
}

/** What adopting may write: who adopted what. */
const MARKS = ["graphql:setAttributes", "graphql:setAccountAttributes", ...cases.flatMap(({ marks }) => marks?.sentBy ?? [])];

describe.each(namedCases)("a %s that no stack manages", (type, one) => {
  test.each(adapterNames)(
    "is declared by --adopt-code as it is: the program adopts it without a change (%s)",
    async (adapter) => {
      await addBystander(account.control);
      await one.there(account);
      const there = await one.held(account);
      const program = declarationOf([...adoptCode(await unmanaged(one), "typescript")].join(""));
      const [all, sent] = [await contents(account), await writes(account.control)];
      const types = Object.values(program).map((declared) => declared.type);
      expect(types.filter((declared) => declared === type)).toHaveLength(there.length);
      const stack = account.stack(adapter);
      const { created, errors } = await stack.up(program);
      expect({ created, errors }).toEqual({ created: Object.keys(program), errors: [] });
      expect(await contents(account)).toEqual(all);
      const more = Object.entries(await writes(account.control)).filter(([name, count]) => count !== sent[name]);
      expect(more.map(([name]) => name).filter((name) => !MARKS.includes(name))).toEqual([]);
      await expectClean(stack, program);
      const { findings } = await driftOf(stack, account);
      expect(findings.filter(({ id }) => there.some((thing) => thing.id === id))).toEqual([]);
    },
  );

  test("is in the file for `pulumi import`, which takes it in with nothing to change", async () => {
    await addBystander(account.control);
    await one.there(account);
    const there = await one.held(account);
    const unheld = await unmanaged(one);
    const sent = await writes(account.control);
    const { resources } = JSON.parse([...importFile(unheld)].join("")) as {
      resources: { type: string; name: string; id: string }[];
    };
    const stack = account.stack("plugin");
    for (const { type: token, name, id } of resources)
      expect(await stack.take(name, token.replace("remoteit:index:", ""), id)).toMatchObject({ errors: [] });
    const held = there.map(({ id }) => id);
    const taken = [...stack.state.values()].filter((kept) => kept.type === type).map(({ id }) => id);
    expect(taken.sort()).toEqual(held.sort());
    const program = Object.fromEntries([...stack.state].map(([name, { type, inputs }]) => [name, { type, properties: inputs }]));
    expect(await writes(account.control)).toEqual(sent);
    await expectClean(stack, program);
  });
});
