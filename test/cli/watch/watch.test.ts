import type { Problems } from "../../../cli/watch/problems";
import { createWatch, jittered, waitAfter, type Watch } from "../../../cli/watch/watch";
import { readStack, type Report, type Status } from "../../../drift";
import { createAlertStore, createMoved, type Moved, type News } from "../../../drift/watch";
import { useDriftAccount } from "../../drift/account";
import { exported } from "../../drift/state";

const account = useDriftAccount();
let ending: AbortController;
beforeEach(() => (ending = new AbortController()));
afterEach(() => ending.abort(new Error("over")));

interface Watching {
  watch: Watch;
  moved: Moved;
  /** What was found, one comparison after the other; those that found nothing are left out. */
  news: { fresh: string[]; gone: string[] }[];
  said: string[];
  /** Resolves once so many comparisons, of any kind, have come to an end. */
  compared: (times: number) => Promise<void>;
}

interface Options {
  interval?: number;
  failOn?: Status[];
  most?: number;
}

function watching(records: readonly object[], { interval = 0, failOn = ["changed", "missing"], most }: Options = {}): Watching {
  const { signal } = ending;
  const said: string[] = [];
  const say = (level: string) => (text: string) => void said.push(`${level}: ${text}`);
  const problems: Problems = {
    failed: (where, error) => say("failed")(`${where}: ${(error as Error).message}`),
    recovered: () => undefined,
    warn: say("warning"),
    info: say("info"),
  };
  let comparisons = 0;
  const waiting: { times: number; resolve: () => void }[] = [];
  const news: Watching["news"] = [];
  const onNews = ({ fresh, resolved }: News, _account: Report["account"]) => {
    comparisons += 1;
    const found = { fresh: fresh.map(({ id, status }) => `${status} ${id}`), gone: resolved.map(({ id }) => id) };
    if (found.fresh.length + found.gone.length > 0) news.push(found);
    for (const { times, resolve } of waiting) if (comparisons >= times) resolve();
  };
  const watched = { context: account.context(), stacks: [readStack(exported(records))], hide: (report: Report) => report };
  const moved = createMoved(failOn.includes("unmanaged"));
  const watch = createWatch({
    source: { latest: () => watched, read: () => Promise.resolve(watched) },
    alerts: createAlertStore([], [], most),
    moved,
    failOn,
    settle: 5,
    interval,
    problems,
    signal,
    onNews,
  });
  watch.run().catch(() => undefined);
  const compared = (times: number) =>
    comparisons >= times ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ times, resolve }));
  return { watch, moved, news, said, compared };
}

const rename = (id: string, name: string) =>
  account.byHand("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name });

async function managed(...names: string[]): Promise<{ ids: string[]; records: object[] }> {
  const ids = await account.devices(...names);
  const records = await Promise.all(
    ids.map((deviceId, index) => account.make("Device", { deviceId, name: names[index] }, names[index])),
  );
  return { ids, records };
}

test("a scan finds what drifts, a delivery has one device checked again, and each thing is told once", async () => {
  const { ids, records } = await managed("a", "b");
  const [a = "", b = ""] = ids;
  await rename(a, "by hand");
  const { watch, news, compared } = watching(records);
  await compared(1);
  expect(news).toEqual([{ fresh: [`changed ${a}`], gone: [] }]);
  await rename(b, "by hand");
  await rename(a, "a");
  watch.deliver({ ids: [a] });
  await compared(2);
  expect(news[1]).toEqual({ fresh: [], gone: [a] });
  watch.deliver({ ids: [b] });
  await compared(3);
  expect(news[2]).toEqual({ fresh: [`changed ${b}`], gone: [] });
  watch.rescan();
  await compared(4);
  expect(news).toHaveLength(3);
});

test("what was checked by itself is compared again by the next scan", async () => {
  const { ids, records } = await managed("a");
  const [a = ""] = ids;
  const { watch, news, compared, said } = watching(records);
  await compared(1);
  watch.deliver({ ids: [a] });
  await compared(2);
  expect(news).toEqual([]);
  await rename(a, "by hand");
  watch.rescan();
  await compared(3);
  expect(news).toEqual([{ fresh: [`changed ${a}`], gone: [] }]);
  expect(said).toEqual([
    "info: Compared stack dev: No drift: 1 resource as declared.",
    "info: Compared stack dev: 1 finding, 0 in sync.",
  ]);
});

test("scans come by themselves, as often as they are wanted", async () => {
  const { ids, records } = await managed("a");
  const { news, compared } = watching(records, { interval: 10 });
  await compared(2);
  await rename(ids[0] ?? "", "by hand");
  await compared(5);
  expect(news).toHaveLength(1);
});

test("a device that no stack holds is checked where that failOn, and nothing is asked where it does not", async () => {
  const { records } = await managed("a");
  const [stranger = ""] = await account.devices("stranger");
  const found = watching(records, { failOn: ["unmanaged"] });
  await found.compared(1);
  expect(found.news).toEqual([{ fresh: [`unmanaged ${stranger}`], gone: [] }]);
  ending.abort(new Error("over"));
  ending = new AbortController();
  const { watch, news, compared } = watching(records);
  await compared(1);
  watch.deliver({ ids: [stranger] });
  watch.rescan();
  await compared(2);
  expect(news).toEqual([]);
});

test("more findings than are remembered are told of, with what to do", async () => {
  const { ids, records } = await managed("a", "b", "c");
  for (const id of ids) await rename(id, `${id} by hand`);
  const { news, said, compared } = watching(records, { most: 1 });
  await compared(1);
  expect(news).toMatchObject([{ fresh: { length: 1 } }]);
  expect(said).toContain(
    "warning: Too many findings: 2 are neither reported nor remembered. Fix some, or hide them with ignore rules.",
  );
});

test("more unknown ids than can be checked are told of, and left to the next scan", async () => {
  const { records } = await managed("a");
  const { watch, said, compared } = watching(records, { failOn: ["unmanaged"] });
  await compared(1);
  for (let count = 0; count <= 1_000; count += 1) watch.deliver({ ids: [`80:00:00:00:0F:00:${count}`] });
  expect(said).toContain(
    "warning: The webhook names more unknown ids than can be checked: the rest are left to the next full comparison.",
  );
});

test("a failure is reported, and what could not be checked is to be checked still", async () => {
  const { ids, records } = await managed("a");
  const [a = ""] = ids;
  const { watch, moved, news, said, compared } = watching(records);
  await compared(1);
  await account.control.faults([{ match: { operation: "graphql:getDevicesById" }, kind: "status", status: 500 }]);
  await rename(a, "by hand");
  watch.deliver({ ids: [a] });
  while (!said.some((text) => text.startsWith("failed: The account: "))) await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(moved.take(10)).toEqual([a]);
  expect(news).toEqual([]);
});

test("a scan that fails is reported, and the next one that is asked for comes at once", async () => {
  const { ids, records } = await managed("a");
  await account.control.faults([{ match: { operation: "graphql:listDevices" }, kind: "status", status: 500, times: 1 }]);
  await rename(ids[0] ?? "", "by hand");
  const { watch, news, said, compared } = watching(records);
  while (!said.some((text) => text.startsWith("failed: The account: "))) await new Promise(setImmediate);
  watch.rescan();
  await compared(1);
  expect(news).toEqual([{ fresh: [`changed ${ids[0] ?? ""}`], gone: [] }]);
});

test("after each failure it waits twice as long, from five seconds to five minutes", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map(waitAfter)).toEqual([
    5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000,
  ]);
});

test("scans are a tenth more or less than the interval apart, and none comes by itself where it is 0", () => {
  const all = Array.from({ length: 1_000 }, () => jittered(1_000));
  expect(Math.min(...all)).toBeGreaterThanOrEqual(900);
  expect(Math.max(...all)).toBeLessThanOrEqual(1_100);
  expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(150);
  expect(jittered(0)).toBe(Number.POSITIVE_INFINITY);
});
