import type { AdapterName, AdapterStack } from "../adapters";
import { adapterNames, useAdapterAccount } from "../adapters/account";
import { type Case, namedCases, type Properties } from "../cases/case";
import { plainState } from "../drift/state";
import { addBystander, contents, declaring } from "./support";

const account = useAdapterAccount();

/** How it stands after a run: what the run did, what the stack and the account then hold, and what was asked. */
interface Seen {
  run: string;
  did: object;
  state: unknown;
  held: unknown;
  requests: Record<string, number>;
}

/** The life of a thing that is made, and of one that was there, run by run. */
async function lived(one: Case, adapter: AdapterName): Promise<Seen[]> {
  const seen: Seen[] = [];
  const of = async (run: string, stack: AdapterStack, work: ReturnType<AdapterStack["up"]>) => {
    const { said: _said, ...done } = await work;
    const state = [...stack.state].map(([name, { id, isPartial, outputs }]) => ({
      name,
      id,
      isPartial,
      outputs: comparable(outputs),
    }));
    const requests = (await account.control.requests()).byOperation;
    seen.push({ run, did: done, state, held: await contents(account), requests });
  };
  for (const how of ["declared", "there"] as const) {
    await account.control.reset();
    await addBystander(account.control);
    const stack = account.stack(adapter);
    const declared = await one[how](account);
    const program = declaring(one, declared);
    await of(`${how}, preview`, stack, stack.preview(program));
    await of(`${how}, up`, stack, stack.up(program));
    await of(`${how}, refresh`, stack, stack.refresh());
    await one.alter?.(account, stack.state.get("it")?.id ?? "");
    await of(`${how}, refresh of what was altered`, stack, stack.refresh());
    await of(`${how}, up over what was altered`, stack, stack.up(program));
    await of(`${how}, up with changes`, stack, stack.up(declaring(one, { ...declared, ...one.changed })));
    await of(`${how}, destroy`, stack, stack.destroy());
  }
  return seen;
}

/** Without the name of the mark, which is of chance. */
const comparable = (outputs: Properties): Properties => {
  const { mark, ...others } = plainState(outputs);
  return { ...others, ...(mark !== undefined && { mark: "some" }) };
};

test.each(namedCases)(
  "a %s lives alike through both adapters: the same runs, state, account and requests",
  async (_type, one) => {
    const [first, ...others] = adapterNames;
    if (!first) throw new Error("There is no adapter.");
    const expected = await lived(one, first);
    expect(expected.flatMap(({ did }) => (did as { errors: string[] }).errors)).toEqual([]);
    for (const adapter of others) expect(await lived(one, adapter)).toEqual(expected);
  },
);
