import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { type Context, createContext, resources } from "../../provider/domains";
import { type Control, controlOf, type Sandbox, startSandbox } from "../../sandbox";
import { settingsFor } from "../client/server";
import { type Proxy, startProxy } from "../support/proxy";

jest.setTimeout(300_000);

let sandbox: Sandbox;
let control: Control;
let proxy: Proxy;
/** How long the next requests take on their ways there and back, in milliseconds; the last one has taken the last. */
let ways: [there: number, back: number][] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  control = controlOf(sandbox.control);
  proxy = await startProxy(sandbox.endpoint, async ({ incoming, forward, answer }) => {
    const [there, back] = ways.shift() ?? [0, 0];
    await sleep(there);
    const answered = await forward().catch(() => undefined);
    await sleep(back);
    if (answered) answer(answered);
    else incoming.socket.destroy();
  });
});
afterAll(() => Promise.all([proxy.stop(), sandbox.stop()]));

const DEVICES = 2;

/** What one of several workers does, one after the other: it makes a service and, where it is to go, deletes it. */
const task = fc.record({ device: fc.nat(DEVICES - 1), name: fc.constantFrom("a", "b"), isDeleted: fc.boolean() });
type Task = typeof task extends fc.Arbitrary<infer T> ? T : never;

const fault = fc.record({
  kind: fc.constantFrom("reset" as const, "lost-answer" as const, "slow-answer" as const),
  ms: fc.constant(30),
  after: fc.nat(8),
  times: fc.constant(1),
  match: fc.constantFrom({ operation: "addService" }, { operation: "getDevicesById" }, { operation: "removeService" }),
});

interface Listed {
  login: { devices: { items: { id: string; configurable: boolean; services: { name: string }[] }[] } };
}

async function listed(): Promise<Listed["login"]["devices"]["items"]> {
  const { login } = (await control.change(
    "{ login { devices(size: 100) { items { id configurable services { name } } } } }",
  )) as Listed;
  return login.devices.items.filter(({ configurable }) => configurable).slice(0, DEVICES);
}

const about = (tasks: readonly Task[], device: number) =>
  tasks.filter((one) => one.device === device && !one.isDeleted).map(({ name }) => name);

test("whatever is made and deleted at once on a line that loses answers, each resource has one service of its own", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(task, { minLength: 2, maxLength: 6 }), { minLength: 3, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(5), fc.nat(25)), { minLength: 40, maxLength: 60 }),
      fc.array(fault, { maxLength: 2 }),
      async (workers, delays, faults) => {
        await control.reset({ devices: 10, services: 0 });
        const ids = (await listed()).map(({ id }) => id);
        const { accessKeyId, secretAccessKey } = sandbox;
        const settings = settingsFor(proxy.url, {
          accessKeyId,
          secretAccessKey,
          requestsPerSecond: 1000,
          timeoutSeconds: 1,
          maxRetries: 2,
        });
        const context = createContext(settings, () => undefined);
        await control.faults(faults);
        ways = [...delays];
        const made = await Promise.all(workers.map((tasks) => work(context, ids, tasks)));
        await control.clearFaults();
        const all = made.flat();
        expect(new Set(all).size).toBe(all.length);
        const found = (await listed()).map(({ services }) => services.map(({ name }) => name).sort());
        const wanted = ids.map((_id, device) => about(workers.flat(), device).sort());
        expect(found).toEqual(wanted);
      },
    ),
    { numRuns: 12 },
  );
});

/** @returns the ids of all services that it made. */
async function work(context: Context, devices: readonly string[], tasks: readonly Task[]): Promise<string[]> {
  const made: string[] = [];
  for (const { device, name, isDeleted } of tasks) {
    const declared = { deviceId: devices[device] ?? "", name, application: "SSH", port: 22 };
    const { id, outputs } = await resources.service.create(context, declared);
    made.push(id);
    if (isDeleted) await resources.service.delete(context, id, { ...declared, ...outputs });
  }
  return made;
}
