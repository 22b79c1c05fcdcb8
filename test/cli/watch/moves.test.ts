import { useWatch } from "./support";

const account = useWatch();

async function renamedPump() {
  const [id = ""] = await account.devices("pump");
  const record = await account.make("Device", { deviceId: id, name: "pump" }, "pump");
  return { id, at: account.here([record]) };
}

test("a change behind the program's back is reported when the device moves, and so is that it was resolved", async () => {
  const { id, at } = await renamedPump();
  const watching = await account.watch(at);
  await account.hook(watching);
  await account.rename(id, "by hand");
  await account.comesOnline(id);
  const [found] = await watching.events(1);
  expect(found).toMatchObject({
    formatVersion: 1,
    event: "drift",
    status: "changed",
    type: "Device",
    id,
    name: "by hand",
    stack: "dev",
    account: { id: account.sandbox.accountId, email: "sandbox@example.com" },
    changes: [{ path: "name", kind: "update", expected: "pump", actual: "by hand" }],
    remedy: expect.stringContaining("pulumi up") as string,
  });
  await account.rename(id, "pump");
  await account.comesOnline(id);
  const [, resolved] = await watching.events(2);
  expect(resolved).toMatchObject({ event: "resolved", status: "changed", type: "Device", id, stack: "dev" });
  // It is new once more when it comes back.
  await account.rename(id, "by hand");
  await account.comesOnline(id);
  expect((await watching.events(3))[2]).toMatchObject({ event: "drift", id });
  expect((await account.control.deliveries()).map(({ outcome }) => outcome)).toEqual(["200", "200", "200"]);
});

test("what moves at the same time is read in one request", async () => {
  const ids = await account.devices(...Array.from({ length: 20 }, (_, index) => `pump-${index}`));
  const records = await Promise.all(ids.map((id, index) => account.make("Device", { deviceId: id, name: `pump-${index}` }, id)));
  const watching = await account.watch(account.here(records), ["--settle", "1s"]);
  for (const id of ids) await account.rename(id, "by hand");
  const before = (await account.control.requests()).byOperation["graphql:getDevicesById"] ?? 0;
  const calls = ids.map((id) => watching.post({ device: id, state: "online", utc: "2026-01-01T00:00:00.000Z" }));
  expect(new Set(await Promise.all(calls))).toEqual(new Set([200]));
  expect(await watching.events(20)).toHaveLength(20);
  const after = await account.control.requests();
  expect(after.byOperation["graphql:getDevicesById"]).toBe(before + 1);
});

test("a service that somebody removed is missing when its device moves", async () => {
  const [deviceId = ""] = await account.devices("gateway");
  const record = await account.make("Service", { deviceId, name: "ssh", application: "SSH" }, "ssh");
  const watching = await account.watch(account.here([record]));
  await account.hook(watching);
  await account.byHand("mutation($id: ID!) { removeService(id: $id) }", { id: record.id });
  await account.comesOnline(deviceId);
  expect(await watching.events(1)).toMatchObject([{ status: "missing", type: "Service", id: record.id }]);
});

test("as text, a finding is one line that a hostile name cannot leave", async () => {
  const { id, at } = await renamedPump();
  await account.rename(id, "\u001b[2J\n2026 resolved: all");
  const watching = await account.watch(at, ["--format", "text"]);
  watching.child.kill("SIGTERM");
  const { stdout, stderr, code } = await watching.ended;
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\S+Z changed: Device ".*" \(.*\) of stack dev: name "pump" → ".*"\. Undo it with .*\n$/);
  expect(stdout + stderr).not.toContain("\u001b");
});

test("what is unmanaged is reported only where it is asked for, and each unknown id costs one check", async () => {
  const [id = ""] = await account.devices("unknown");
  const silent = await account.watch(account.here([]));
  await silent.post({ device: id });
  const { byOperation: before } = await account.control.requests();
  expect(before["graphql:getDevicesById"]).toBeUndefined();
  const watching = await account.watch(account.here([]), ["--fail-on", "unmanaged"]);
  expect(await watching.events(1)).toMatchObject([{ status: "unmanaged", type: "Device", id }]);
  const [later = ""] = await account.devices("later");
  for (const utc of ["1", "2", "3"]) await watching.post({ device: later, state: "online", utc });
  expect((await watching.events(2))[1]).toMatchObject({ status: "unmanaged", id: later });
  await watching.post({ device: later, state: "online", utc: "4" });
  watching.child.kill("SIGTERM");
  expect((await watching.ended).code).toBe(0);
  expect((await account.control.requests()).byOperation["graphql:getDevicesById"]).toBe(1);
});
