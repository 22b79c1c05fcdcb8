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
  // A refresh, which the engine asks for before each update of the plugin, looks for what was declared before.
  const pages = (adapter === "plugin" ? 2 : 1) * PAGES;

  beforeEach(() => account.control.reset({ devices: DEVICES, services: 1 }));

  test("the pages alone, where nothing is to be changed", async () => {
    const { sent, done } = await upOf(adapter, {});
    expect(done).toBeUndefined();
    expect(sent).toBeLessThanOrEqual(PAGES + 2);
  });

  test("one request more for 500 devices that get a tag", async () => {
    const { sent, done } = await upOf(adapter, { tags: ["managed"] });
    expect(done?.outputs).toMatchObject({ matched: DEVICES, changed: DEVICES });
    expect(sent).toBeLessThanOrEqual(pages + DEVICES / 500 + 2);
  });

  test("one request more for each device that gets a service", async () => {
    const { sent, done } = await upOf(adapter, { services: [{ name: "panel", application: "HTTP", port: 8080 }] });
    const { matched, changed = 0, unsupported = 0 } = done?.outputs as Record<string, number>;
    expect({ matched, all: changed + unsupported }).toEqual({ matched: DEVICES, all: DEVICES });
    expect(sent).toBeLessThanOrEqual(pages + changed + 2);
  }, 120_000);
});
