import type { AdapterName } from "../../adapters";
import { adapterNames, useAdapterAccount } from "../../adapters/account";

const account = useAdapterAccount();

const DEVICES = 2500;
const PAGES = 3;

const fleet = { selector: { allDevices: true }, template: {} as object };

/** What an engine asks of one process for a fleet that is in state: what a refresh before an update reads, its diff, and the update. */
async function upOf(adapter: AdapterName, template: object) {
  const process = await account.process(adapter);
  const { inputs } = await process.check("Fleet", undefined, fleet, false, "all");
  const { id, outputs } = await process.create("Fleet", "all", inputs);
  process.end();
  const next = await account.process(adapter);
  const before = (await account.control.requests()).total;
  const kept = { type: "Fleet", id, inputs, outputs, isPartial: false };
  const { inputs: news } = await next.check("Fleet", inputs, { ...fleet, template }, false, "all");
  const read = adapter === "plugin" ? await next.read(kept) : kept;
  const now = { ...kept, outputs: read?.outputs ?? {} };
  const { changes } = await next.diff(now, news, []);
  const done = changes ? await next.update(now, news, []) : undefined;
  next.end();
  return { sent: (await account.control.requests()).total - before, done };
}

describe.each(adapterNames)("over 2,500 devices, an up of a fleet costs (%s)", (adapter) => {
  beforeEach(() => account.control.reset({ devices: DEVICES, services: 1 }));

  test("the pages alone, where nothing is to be changed", async () => {
    const { sent, done } = await upOf(adapter, {});
    expect(done).toBeUndefined();
    expect(sent).toBeLessThanOrEqual(PAGES + 2);
  });

  test("one request more for 500 devices that get a tag", async () => {
    const { sent, done } = await upOf(adapter, { tags: ["managed"] });
    expect(done?.outputs).toMatchObject({ matched: DEVICES, changed: DEVICES });
    expect(sent).toBeLessThanOrEqual(PAGES + DEVICES / 500 + 2);
  });

  test("the pages once more, where it is to be of other devices from now on", async () => {
    const process = await account.process(adapter);
    const before = { selector: { nameContains: "1" }, template: { tags: ["managed"] } };
    const { inputs } = await process.check("Fleet", undefined, before, false, "all");
    const { id, outputs } = await process.create("Fleet", "all", inputs);
    process.end();
    const next = await account.process(adapter);
    const kept = { type: "Fleet", id, inputs, outputs, isPartial: false };
    const { inputs: news } = await next.check("Fleet", inputs, { ...before, selector: { nameContains: "2" } }, false, "all");
    await next.read(kept);
    expect((await next.diff(kept, news, [])).changes).toBe(true);
    const done = await next.update(kept, news, []);
    next.end();
    const { login } = (await account.control.change(
      '{ login { devices(name: "2", tag: { values: ["managed"] }) { total } } }',
    )) as {
      login: { devices: { total: number } };
    };
    expect(done.outputs).toMatchObject({ matched: login.devices.total, failed: 0 });
    expect(login.devices.total).toBeGreaterThan(DEVICES / 4);
  });

  test("one request more for each device that gets a service", async () => {
    const { sent, done } = await upOf(adapter, { services: [{ name: "panel", application: "HTTP", port: 8080 }] });
    const { matched, changed = 0, unsupported = 0 } = done?.outputs as Record<string, number>;
    expect({ matched, all: changed + unsupported }).toEqual({ matched: DEVICES, all: DEVICES });
    expect(sent).toBeLessThanOrEqual(PAGES + changed + 2);
  }, 120_000);
});
