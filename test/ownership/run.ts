import type { Control, Sandbox } from "../../sandbox";
import { type AdapterName, adapters, type AdapterStack, adapterStack, type Declaration, type Ran } from "../adapters";
import { type Account, waysOf } from "../cases/case";
import type { Double, Replacement, Thing } from "./table";

/** A stack, and what its program declares. */
interface Holder {
  stack: AdapterStack;
  declares: Declaration;
}

interface Told {
  /** The declaration of one resource. */
  declare: (name: Name, provider?: string) => Declaration;
  open: () => AdapterStack;
}

type Name = "old" | "new";

/** The runs of a way, and the stacks that hold `old` and `new` after them. */
interface Way {
  ran: Ran[];
  holders: Partial<Record<Name, Holder>>;
}

export const ways: Record<Replacement | Double, (told: Told) => Promise<Way>> = {
  "renamed in one run": async ({ declare, open }) => {
    const stack = open();
    const ran = [await stack.up(declare("old")), await stack.up(declare("new"))];
    return { ran, holders: { new: { stack, declares: declare("new") } } };
  },
  "renamed in two runs with --target": async ({ declare, open }) => {
    const stack = open();
    const ran = [await stack.up(declare("old")), await stack.up(declare("new"), { target: ["new"] })];
    // Nobody goes on to take the old one away after a new one that failed.
    if (stack.state.has("new")) ran.push(await stack.up(declare("new"), { target: ["old"] }));
    const name = stack.state.has("new") ? "new" : "old";
    return { ran, holders: { [name]: { stack, declares: declare(name) } } };
  },
  "renamed, and the run broken off before the delete": async ({ declare, open }) => {
    const stack = open();
    const before = await stack.up(declare("old"));
    await stack.up(declare("new"), { breakBeforeDeletes: true });
    return { ran: [before, await stack.up(declare("new"))], holders: { new: { stack, declares: declare("new") } } };
  },
  "killed after the create, then run again": async ({ declare, open }) => {
    const stack = open();
    await stack.up(declare("old"), { loseAfterCreate: "old" });
    return { ran: [await stack.up(declare("old"))], holders: { old: { stack, declares: declare("old") } } };
  },
  "replaced (--replace)": async ({ declare, open }) => {
    const stack = open();
    const ran = [await stack.up(declare("old")), await stack.up(declare("old"), { replace: ["old"] })];
    return { ran, holders: { old: { stack, declares: declare("old") } } };
  },
  "once more in the program, with --target": async ({ declare, open }) => {
    const stack = open();
    const declares = { ...declare("old"), ...declare("new") };
    const ran = [await stack.up(declare("old")), await stack.up(declares, { target: ["new"] })];
    return { ran, holders: { old: { stack, declares }, new: { stack, declares } } };
  },
  "once more, through a second provider": async ({ declare, open }) => {
    const stack = open();
    const declares = { ...declare("old"), ...declare("new", "second") };
    return { ran: [await stack.up(declares)], holders: { old: { stack, declares }, new: { stack, declares } } };
  },
  "once more, in a second stack": async ({ declare, open }) => {
    const [one, other] = [open(), open()];
    return {
      ran: [await one.up(declare("old")), await other.up(declare("new"))],
      holders: { old: { stack: one, declares: declare("old") }, new: { stack: other, declares: declare("new") } },
    };
  },
};

/** What follows, step by step: a plain `pulumi up` of each stack, the destroy of one resource, or of all. */
export type Step = "up" | "old" | "new" | "all";

/** How it stands after the way, and after each step. */
export interface Seen {
  /** Ids of all things of the kind. */
  things: string[];
  marks: string[];
  /** Ids of the things in state, by resource. */
  held: Record<string, string>;
  ran: Ran[];
}

export interface Cell {
  adapter: AdapterName;
  thing: Thing;
  way: Replacement | Double;
  steps: readonly Step[];
}

export async function run(account: Account, { adapter, thing, way, steps }: Cell): Promise<Seen[]> {
  const { sandbox, control } = account;
  await control.reset();
  const properties = (await waysOf(thing.of)[thing.name]?.declared(account)) ?? {};
  const settings = settingsOf(sandbox);
  const { ran, holders } = await ways[way]({
    open: () => adapterStack(adapters[adapter], { first: settings, second: settings }),
    declare: (name, provider = "first") => ({ [name]: { type: thing.of.type, properties, provider } }),
  });
  const stacks = [...new Map(Object.values(holders).map((holder) => [holder.stack, holder.declares]))];
  const look = async (runs: Ran[]): Promise<Seen> => ({
    things: (await thing.of.held(account)).map(({ id }) => id),
    marks: [...(await marksLeft(control)), ...((await thing.of.marks?.left(account)) ?? [])],
    held: Object.fromEntries(stacks.flatMap(([stack]) => [...stack.state].map(([name, { id }]) => [name, id] as const))),
    ran: runs,
  });
  const seen = [await look(ran)];
  for (const step of steps) {
    const runs: Ran[] = [];
    if (step === "up") for (const [stack, declares] of stacks) runs.push(await stack.up(declares));
    else if (step === "all") for (const [stack] of stacks) runs.push(await stack.destroy());
    else runs.push(...(await destroyOf(step, holders)));
    seen.push(await look(runs));
  }
  return seen;
}

async function destroyOf(name: Name, holders: Way["holders"]): Promise<Ran[]> {
  const holder = holders[name];
  return holder ? [await holder.stack.destroy({ target: [name] })] : [];
}

function settingsOf({ endpoint, accessKeyId, secretAccessKey, developerKey }: Sandbox): Record<string, string> {
  return { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000", timeoutSeconds: "2" };
}

interface Marked {
  attributes: object;
}

interface Answer {
  login: Marked & { devices: { items: (Marked & { services: Marked[] })[] } };
}

async function marksLeft(control: Control): Promise<string[]> {
  const query = "{ login { attributes devices(size: 1000) { items { attributes services { attributes } } } } }";
  const { login } = (await control.change(query)) as Answer;
  const all = [login, ...login.devices.items.flatMap((device) => [device, ...device.services])];
  return all.flatMap(({ attributes }) => Object.keys(attributes).filter((name) => name.startsWith("pulumi-remoteit/")));
}
