import { createComparisons } from "../../../cli/watch/comparisons";
import { readStack, type Section } from "../../../drift";
import { createAlertStore, createMoved } from "../../../drift/watch";
import { useDriftAccount } from "../../drift/account";
import { exported, type StateRecord } from "../../drift/state";
import { recordProblems } from "./record";

const account = useDriftAccount();

/** Comparisons with an account that no stack but these is declared for; what each brought is noted. */
function comparing(stacks: readonly (readonly StateRecord[])[], failOn: Section[] = ["changed", "missing"]) {
  const problems = recordProblems();
  const ending = new AbortController();
  const moved = createMoved(failOn.includes("unmanaged"));
  const news: string[] = [];
  const emails = new Set<string | undefined>();
  const watched = {
    context: account.context(),
    stacks: stacks.map((records, index) => readStack(exported(records), `stack-${index}`)),
    hide: <R>(report: R) => report,
  };
  const comparisons = createComparisons({
    source: { latest: () => watched, read: () => Promise.resolve(watched) },
    alerts: createAlertStore([], []),
    failOn,
    settle: 1,
    signal: ending.signal,
    moved,
    problems,
    onNews: ({ fresh, resolved }, { email }) => {
      emails.add(email);
      news.push(...fresh.map(({ status, id }) => `${status} ${id}`), ...resolved.map(({ id }) => `resolved ${id}`));
    },
  });
  return { ...comparisons, moved, news, emails, said: problems.said, ending };
}

async function pump() {
  const [id = ""] = await account.devices("pump");
  const device = await account.make("Device", { deviceId: id, name: "pump" }, "pump");
  const service = await account.make("Service", { deviceId: id, name: "web", application: "HTTP" }, "web");
  return { id, device, service };
}

const rename = (id: string, name: string) =>
  account.byHand("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name });
const listed = async () => (await account.control.requests()).byOperation["graphql:listDevices"] ?? 0;

/** A scan that reads the account at once and has the answer when `meanwhile` is done. */
async function slowScan(scan: () => Promise<void>, meanwhile: () => Promise<unknown>) {
  const before = await listed();
  await account.control.faults([{ match: { operation: "graphql:listDevices" }, times: 1, kind: "slow-answer", ms: 700 }]);
  const scanning = scan();
  while ((await listed()) === before) await new Promise(setImmediate);
  await meanwhile();
  await scanning;
}

test("nothing can be added to before a scan has come to its end", async () => {
  const { device, service } = await pump();
  const { scan, isReady, said, emails } = comparing([[device, service]]);
  expect(isReady()).toBe(false);
  await scan();
  expect(isReady()).toBe(true);
  expect(said).toEqual(["info: Compared stack dev: No drift: 2 resources as declared."]);
  expect([...emails]).toEqual(["sandbox@example.com"]);
});

test("a drift that a check has found is not undone by a scan that had read the account before", async () => {
  const { id, device, service } = await pump();
  const { scan, recheck, news } = comparing([[device, service]]);
  await scan();
  await slowScan(scan, async () => {
    await rename(id, "by hand");
    await account.byHand("mutation($id: ID!) { removeService(id: $id) }", { id: service.id });
    await recheck([id.toLowerCase()]);
  });
  const found = [`missing ${service.id}`, `changed ${id}`];
  expect(news.toSorted()).toEqual(found.toSorted());
  await scan();
  expect(news).toHaveLength(2);
});

test("what a check has found to be resolved is not reported by a scan that had read the account before", async () => {
  const { id, device, service } = await pump();
  const { scan, recheck, news, moved } = comparing([[device, service]]);
  await scan();
  await rename(id, "by hand");
  await rename(service.id, "by-hand");
  await slowScan(scan, async () => {
    await rename(id, "pump");
    await rename(service.id, "web");
    await recheck([service.id]);
  });
  expect(news).toEqual([]);
  expect(moved.deviceOf(service.id)).toBe(id);
});

test("what was checked by itself is compared by the next scan", async () => {
  const { id, device } = await pump();
  const { scan, recheck, news } = comparing([[device]]);
  await scan();
  await recheck([id]);
  await rename(id, "by hand");
  await scan();
  expect(news).toEqual([`changed ${id}`]);
});

test("an id that no stack knows is checked once between two scans", async () => {
  const { device } = await pump();
  const [stranger = ""] = await account.devices("stranger");
  const { scan, recheck, moved } = comparing([[device]], ["unmanaged"]);
  await scan();
  expect(moved.note({ ids: [stranger] })).toBe("noted");
  await recheck(moved.takeUnknown(10));
  expect(moved.note({ ids: [stranger] })).toBe("repeated");
  await scan();
  expect(moved.note({ ids: [stranger] })).toBe("noted");
});

test("a check resolves what it has looked at, and nothing else", async () => {
  const { id, device } = await pump();
  const [one = "", other = ""] = await account.devices("one", "other");
  const { scan, recheck, news, emails } = comparing([[device]], ["changed", "unmanaged"]);
  await rename(id, "by hand");
  await scan();
  news.length = 0;
  for (const gone of [one, other]) await account.byHand("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: gone });
  await recheck([one]);
  expect(news).toEqual([`resolved ${one}`]);
  await rename(id, "pump");
  await recheck([other]);
  expect(news).toEqual([`resolved ${one}`, `resolved ${other}`]);
  await recheck([id]);
  expect(news.slice(2)).toEqual([`resolved ${id}`]);
  expect([...emails]).toEqual(["sandbox@example.com"]);
});

test("what a scan warns of is told, and which stacks it compared", async () => {
  const { device } = await pump();
  const { scan, said } = comparing([[device], [device]]);
  await scan();
  expect(said).toEqual([
    expect.stringMatching(/^warning: Managed more than once/),
    expect.stringMatching(/^info: Compared stacks dev, dev: 1 finding, 2 in sync\.$/),
  ]);
});

test("both end with the watch", async () => {
  const { id, device } = await pump();
  const { scan, recheck, ending } = comparing([[device]]);
  await scan();
  await account.control.faults([{ match: {}, kind: "timeout", ms: 60_000 }]);
  const running = [scan(), recheck([id])];
  ending.abort(new Error("over"));
  for (const one of running) await expect(one).rejects.toThrow("over");
});

test("what lets somebody in is reported, and not taken for resolved while its kind cannot be listed", async () => {
  const network = await account.make("Network", { name: "plant" }, "plant");
  await account.control.account("eve@example.com").catch(() => undefined);
  const share = 'mutation($id: String!) { addNetworkShare(networkId: $id, email: ["eve@example.com"]) }';
  await account.byHand(share, { id: network.id });
  const { scan, news, said } = comparing([[network]], ["high"]);
  await scan();
  expect(news).toEqual([`unmanaged ${network.id}/eve@example.com`]);
  await account.control.faults([{ match: { operation: "graphql:listNetworks" }, times: 1, kind: "graphql-error" }]);
  await scan();
  expect(said.join("\n")).toContain("Nothing was looked for of Network");
  await scan();
  expect(news).toHaveLength(1);
  await account.byHand(share.replace("addNetworkShare", "removeNetworkShare"), { id: network.id });
  await scan();
  expect(news.slice(1)).toEqual([`resolved ${network.id}/eve@example.com`]);
});
