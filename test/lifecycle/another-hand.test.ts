import fc from "fast-check";
import { controlOf, type Control, type Sandbox, startSandbox } from "../../sandbox";
import { type AdapterName, adapters, type AdapterStack, adapterStack, type Declaration } from "../adapters";
import { claimed } from "../sandbox/support";
import { type Proxy, startProxy } from "../support/proxy";
import { readThings, type Things, write } from "./things";

jest.setTimeout(300_000);

let sandbox: Sandbox;
let control: Control;
let proxy: Proxy;
/** What another hand does before each of the next requests. */
let before: (() => Promise<void>)[][] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  control = controlOf(sandbox.control);
  proxy = await startProxy(sandbox.endpoint, async ({ forward, answer }) => {
    for (const edit of before.shift() ?? []) await edit();
    answer(await forward());
  });
});
afterAll(() => Promise.all([proxy.stop(), sandbox.stop()]));

/** Leaves that a program may declare, with the values that they take; undefined is to have none. */
const values = {
  name: ["pump", "valve", "gate"],
  "tag/a": [true, undefined],
  "tag/b": [true, undefined],
  "tag/theirs": [undefined, true],
  "attribute/site": ["north", "south", undefined],
  "attribute/room/door": [1, 2, undefined],
  "attribute/room/light": [1, 2, undefined],
  "attribute/room/theirs": [undefined, 1],
  mail: [true, false],
  "ssh/port": [22, 2222, 2200],
  "ssh/host": ["127.0.0.1", "10.0.0.7"],
  "ssh/enabled": [true, false],
} as const satisfies Record<string, readonly unknown[]>;

type Leaf = keyof typeof values;
const leaves = Object.keys(values) as Leaf[];

/** What one call writes as a whole: an edit in the midst of it cannot be told from one before. */
const wholes: readonly RegExp[] = [/^ssh\//, /^attribute\/room\//];
const together = (one: string, other: string) => one === other || wholes.some((whole) => whole.test(one) && whole.test(other));

const any = (leaf: Leaf): fc.Arbitrary<unknown> => fc.constantFrom<unknown[]>(...values[leaf]);

/** A program declares none that are `theirs`: only another hand sets them. */
const declared = fc.record(
  Object.fromEntries(leaves.map((leaf) => [leaf, leaf.endsWith("/theirs") ? fc.constant(undefined) : any(leaf)])),
) as fc.Arbitrary<Record<Leaf, unknown>>;

interface Edit {
  leaf: Leaf;
  value: unknown;
  /** Before which request of the run; 0 is before the run. */
  at: number;
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.constantFrom(...leaves).chain((leaf) =>
    fc.record({
      leaf: fc.constant(leaf),
      value: any(leaf),
      at: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5, 6),
    }),
  ),
  { minLength: 2, maxLength: 8 },
);

function programOf(deviceId: string, all: Record<Leaf, unknown>): Declaration {
  const defined = (map: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
  const room = defined({ door: all["attribute/room/door"], light: all["attribute/room/light"] });
  return {
    pump: {
      type: "Device",
      properties: {
        deviceId,
        name: all.name,
        tags: ["a", "b"].filter((tag) => all[`tag/${tag}` as Leaf]),
        attributes: defined({ site: all["attribute/site"], room: Object.keys(room).length > 0 ? room : undefined }),
        notificationSettings: { emailNotifications: all.mail },
      },
    },
    ssh: {
      type: "Service",
      properties: {
        deviceId,
        name: "ssh",
        application: "SSH",
        port: all["ssh/port"],
        host: all["ssh/host"],
        enabled: all["ssh/enabled"],
      },
    },
  };
}

/** What each leaf may be after the run. */
function allowed(state: Things, program: Things, held: Things, done: readonly Edit[]): Record<string, unknown[]> {
  const isPlanned = (leaf: string) => state[leaf] !== program[leaf];
  const result = leaves.map((leaf): [string, unknown[]] => {
    const own = done.filter((edit) => edit.leaf === leaf);
    const theirs = own.length > 0 ? own.map(({ value }) => value).at(-1) : held[leaf];
    const isInTheMidst = own.some(({ at }) => at > 0) && leaves.some((other) => isPlanned(other) && together(leaf, other));
    if (isInTheMidst) return [leaf, [held[leaf], program[leaf], ...own.map(({ value }) => value)]];
    if (!isPlanned(leaf)) return [leaf, [theirs]];
    // A removal of what another hand has changed since is left; of a set, what is planned to go is gone.
    const isLeft = program[leaf] === undefined && leaf.startsWith("attribute/") && theirs !== state[leaf];
    return [leaf, [isLeft ? theirs : program[leaf]]];
  });
  return Object.fromEntries(result);
}

test.each(Object.keys(adapters) as AdapterName[])(
  "no run writes or removes what its plan does not show, whatever another hand does before and during it (%s)",
  async (adapter) => {
    await fc.assert(
      fc.asyncProperty(declared, declared, declared, edits, async (account, first, second, planned) => {
        before = [];
        await control.reset();
        const deviceId = await claimed(control, { hardwareId: "hw", name: "fresh", online: false });
        for (const leaf of leaves) if (!leaf.startsWith("ssh/")) await write(control, deviceId, leaf, account[leaf]);
        const stack: AdapterStack = adapterStack(adapters[adapter], {
          default: {
            endpoint: proxy.url,
            accessKeyId: sandbox.accessKeyId,
            secretAccessKey: sandbox.secretAccessKey,
            requestsPerSecond: "1000",
          },
        });
        expect((await stack.up(programOf(deviceId, first))).errors).toEqual([]);
        const held = await readThings(control, deviceId);

        const done: Edit[] = [];
        const doing = (edit: Edit) => async () => {
          await write(control, deviceId, edit.leaf, edit.value);
          done.push(edit);
        };
        for (const edit of planned.filter(({ at }) => at === 0)) await doing(edit)();
        before = Array.from({ length: 6 }, (_, index) => planned.filter(({ at }) => at === index + 1).map(doing));
        const { errors } = await stack.up(programOf(deviceId, second));
        before = [];
        const after = await readThings(control, deviceId);
        const may = allowed(first, second, held, done);
        for (const leaf of leaves)
          if (!may[leaf]?.includes(after[leaf]))
            throw new Error(`${leaf} is ${String(after[leaf])}, not ${String(may[leaf]?.join(" or "))}.`);
        expect(errors).toEqual([]);
      }),
      { numRuns: 50 },
    );
  },
);
