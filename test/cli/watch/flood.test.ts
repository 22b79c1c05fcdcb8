import { useWatch } from "./support";

const account = useWatch();
const time = (count: number) => new Date(count).toISOString();

/** Posts so many calls, several at a time, and gives what they were answered. */
async function flood(
  post: (body: object) => Promise<number>,
  count: number,
  call: (index: number) => object,
): Promise<Set<number>> {
  const answers = new Set<number>();
  for (let from = 0; from < count; from += 50) {
    const batch = Array.from({ length: Math.min(50, count - from) }, (_, index) => post(call(from + index)));
    for (const status of await Promise.all(batch)) answers.add(status);
  }
  return answers;
}

async function pump() {
  const [deviceId = ""] = await account.devices("pump");
  const record = await account.make("Device", { deviceId, name: "pump" }, "pump");
  return { id: deviceId, at: account.here([record]) };
}

test("made-up ids cost nothing where only what is managed counts, and a true call among them is served", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  const { total: before } = await account.control.requests();
  const answers = await flood(watching.post, 2_000, (index) => ({
    device: `80:${index}`,
    address: id,
    state: "online",
    utc: time(index % 100),
  }));
  expect(answers).toEqual(new Set([200]));
  await account.rename(id, "by hand");
  await watching.post({ device: id, state: "online", utc: time(1) });
  expect(await watching.events(1)).toMatchObject([{ id }]);
  // The one look.
  expect((await account.control.requests()).total - before).toBe(1);
});

test("made-up ids where what is unmanaged counts are gathered, and those beyond a bound are left out, with a warning", async () => {
  const { at } = await pump();
  const watching = await account.watch(at, ["--fail-on", "changed,unmanaged", "--settle", "2s"]);
  const { total: before } = await account.control.requests();
  await flood(watching.post, 3_000, (index) => ({ device: `80:${index}`, state: "online", utc: time(index) }));
  await watching.says("more unknown ids than can be checked");
  await account.asked("graphql:getDevicesById", 2);
  // 500 ids in each request, and seconds between them.
  expect((await account.control.requests()).total - before).toBeLessThanOrEqual(5);
});

test("calls for the same device without end are one check at a time", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  const { total: before } = await account.control.requests();
  const from = performance.now();
  await flood(watching.post, 3_000, (index) => ({ device: id, state: "online", utc: time(index) }));
  const seconds = (performance.now() - from) / 1_000;
  expect((await account.control.requests()).total - before).toBeLessThanOrEqual(seconds + 2);
});

test("a delivery that is repeated is not checked again", async () => {
  const ids = await account.devices("one", "other");
  const make = (deviceId: string, name: string) => account.make("Device", { deviceId, name }, name);
  const [one = "", other = ""] = ids;
  const watching = await account.watch(account.here([await make(one, "one"), await make(other, "other")]));
  const call = { device: one, state: "online", utc: time(1) };
  await watching.post(call);
  await account.asked("graphql:getDevicesById", 1);
  for (const id of ids) await account.rename(id, "by hand");
  for (let times = 0; times < 20; times += 1) await watching.post(call);
  await watching.post({ device: other });
  await watching.events(1);
  watching.child.kill("SIGTERM");
  const { stdout } = await watching.ended;
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect(stdout).toContain(other);
});

test("bodies that are too large are refused, and the next call is served", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at, ["--path", "/hook-1f", "--max-body", "4096"]);
  const call = (body: object) => fetch(`${watching.address()}hook-1f`, { method: "POST", body: JSON.stringify(body) });
  const fill = "x".repeat(4_096);
  const answers = await Promise.all(Array.from({ length: 20 }, () => call({ device: id, fill })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([413]));
  expect(await watching.post({ device: id })).toBe(404);
  await account.rename(id, "by hand");
  expect((await call({ device: id })).status).toBe(200);
  expect(await watching.events(1)).toMatchObject([{ id }]);
  // Told once, however many there were, and without the path.
  expect(watching.stderr().match(/refused/g)).toHaveLength(2);
  expect(watching.stderr()).not.toContain("hook-1f");
});
