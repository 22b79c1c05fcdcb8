import { operate } from "../../../provider/client";
import { CancelledError } from "../../../provider/core/errors";
import { createContext, resources } from "../../../provider/domains";
import { type Control, controlOf, type Sandbox, startSandbox } from "../../../sandbox";
import { settingsFor } from "../../client/server";
import { type Exchange, startProxy } from "../../support/proxy";
import { device, heldDevices } from "./support";

let sandbox: Sandbox;
let control: Control;

beforeAll(async () => {
  sandbox = await startSandbox({});
  control = controlOf(sandbox.control);
});
beforeEach(() => control.reset());
afterAll(() => sandbox.stop());

const declared = {
  selector: { tags: { any: ["pump"] } },
  template: {
    tags: ["managed"],
    attributes: { site: "plant-7" },
    services: [{ name: "ssh", application: "SSH" as const, port: 22 }],
  },
  rollout: { batchSize: 5, maxRemovals: 9 },
};

const cancelled = new CancelledError({ what: "Working", why: "The run was cancelled.", remedy: "Run again." });

/** The provider in a process of its own, as far as a context is one. @param meanwhile - What happens before a request goes on. */
async function running(meanwhile?: (exchange: Exchange) => Promise<void>) {
  const said: string[] = [];
  const proxy =
    meanwhile &&
    (await startProxy(sandbox.endpoint, async (exchange) => {
      await meanwhile(exchange);
      exchange.answer(await exchange.forward());
    }));
  const { url, stop } = proxy ?? { url: sandbox.endpoint, stop: () => Promise.resolve() };
  const { accessKeyId, secretAccessKey } = sandbox;
  const settings = settingsFor(url, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 });
  const context = createContext(settings, (level, message) => void said.push(`${level}: ${message}`));
  const abort = new AbortController();
  const create = (properties: object = declared) =>
    operate(() => resources.fleet.create(context, properties as typeof declared, "pumps"), {
      waitSeconds: Infinity,
      signal: abort.signal,
    });
  return { create, abort: () => abort.abort(cancelled), stop, said, context };
}

const many = async (count: number) => {
  for (let index = 0; index < count; index += 1) await device(control, { name: `pump-${index}`, tags: ["pump"] });
};

const isWrite = ({ text }: Exchange) => /^\{"query":"(\\n|\s)*mutation/.test(text);

const expectConverged = async (count: number) => {
  const all = await heldDevices(control);
  expect(all).toHaveLength(count);
  for (const one of all)
    expect(one).toMatchObject({
      tags: ["managed", "pump"],
      attributes: { site: "plant-7" },
      services: [{ name: "ssh", application: 28, port: 22, enabled: true }],
    });
};

test.each([1, 2, 5, 9, 14, 20, 26, 33])(
  "a rollout that is cancelled at its write %d is gone on with by the next run: each device as declared, each service once",
  async (at) => {
    await many(13);
    let writes = 0;
    const first = await running((exchange) => {
      if (isWrite(exchange) && (writes += 1) === at) first.abort();
      return Promise.resolve();
    });
    const ended = await first.create().then(
      () => "done",
      (error: unknown) => error,
    );
    await control.settled();
    await first.stop();
    if (at < 26) expect(ended).toBe(cancelled);
    const second = await running();
    const { outputs, failedProperties } = await second.create();
    await second.stop();
    expect({ outputs, failedProperties }).toMatchObject({
      outputs: { matched: 13, failed: 0, conformity: "conforms" },
      failedProperties: [],
    });
    await expectConverged(13);
  },
);

test.each(["lost-answer", "truncated", "gateway-timeout", "done-but-false"] as const)(
  "whatever becomes of every third answer (%s), nothing is there twice, and the next run ends as declared",
  async (kind) => {
    await many(6);
    const kinds = ["addService", "setAttributes", "addTags"];
    await control.faults(kinds.map((operation) => ({ kind, match: { operation }, probability: 0.34, times: 100, ms: 20 })));
    const first = await running();
    await first.create();
    await first.stop();
    await control.settled();
    await control.clearFaults();
    const second = await running();
    expect((await second.create()).outputs).toMatchObject({ failed: 0, conformity: "conforms" });
    await second.stop();
    await expectConverged(6);
  },
  60_000,
);

test("a device that goes away between the look and the write is no failure", async () => {
  await many(4);
  const [victim] = await heldDevices(control);
  let isGone = false;
  const run = await running(async ({ text }) => {
    if (isGone || !text.includes("mutation addService")) return;
    isGone = true;
    await control.agentState(victim?.id ?? "", "offline");
    await control.change("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: victim?.id });
  });
  const { outputs, failedProperties } = await run.create();
  await run.stop();
  expect(failedProperties).toEqual([]);
  expect(outputs).toMatchObject({ failed: 0 });
  expect(await heldDevices(control)).toHaveLength(3);
  await expectConverged(3);
});

test("what another hand undoes meanwhile is found by the next look", async () => {
  await many(3);
  let undone = false;
  const run = await running(async ({ text }) => {
    const [one] = await heldDevices(control);
    if (undone || !text.includes("mutation addTags") || !one) return;
    undone = true;
    await control.change("mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: null }) }", { id: one.id });
  });
  const { outputs, id } = await run.create();
  expect(outputs).toMatchObject({ changed: 3, conformity: "conforms" });
  const state = { ...declared, ...outputs };
  await expect(
    operate(() => resources.fleet.stale?.(run.context, id, state, declared, false) ?? Promise.resolve(undefined)),
  ).resolves.toBe("conformity");
  await run.stop();
});

test("what another hand adds between the look and the write conforms, and the next run writes nothing", async () => {
  await many(2);
  const [one] = await heldDevices(control);
  let added = false;
  const run = await running(async (exchange) => {
    if (added || !isWrite(exchange)) return;
    added = true;
    await control.change(
      'mutation($id: String!) { addService(deviceId: $id, name: "ssh", application: 28, host: "127.0.0.1", port: 22, enabled: true) { id } }',
      { id: one?.id },
    );
  });
  await run.create({ ...declared, rollout: { batchSize: 1 } });
  await run.stop();
  const again = await running();
  expect((await again.create()).outputs).toMatchObject({ changed: 0, conformity: "conforms" });
  await again.stop();
});
