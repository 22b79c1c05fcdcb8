import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listener, useWatch } from "./support";

const account = useWatch();

async function drifting() {
  const [id = ""] = await account.devices("pump");
  const record = await account.make("Device", { deviceId: id, name: "pump" }, "pump");
  await account.rename(id, "by hand");
  const at = account.here([record]);
  return { id, at, memory: join(at.cwd, "memory.json") };
}

test.each(["SIGTERM", "SIGKILL"] as const)(
  "after %s and a restart nothing is reported twice, and what is resolved meanwhile is reported",
  async (signal) => {
    const { id, at, memory } = await drifting();
    const notified = await listener();
    const args = ["--memory", memory, "--notify-url", notified.url];
    const first = await account.watch(at, args);
    expect(await first.events(1)).toMatchObject([{ event: "drift", id }]);
    expect(await notified.calls(1)).toHaveLength(1);
    // The memory is written when the address has answered.
    while (!readFileSync(memory, "utf8").includes('"pending":[]')) await first.post({});
    first.child.kill(signal);
    expect(await first.ended).toMatchObject(signal === "SIGTERM" ? { code: 0, signal: null } : { code: null, signal });
    const second = await account.watch(at, args);
    await account.hook(second);
    await account.rename(id, "pump");
    await account.comesOnline(id);
    const events = await second.events(1);
    expect(events).toMatchObject([{ event: "resolved", id }]);
    second.child.kill("SIGTERM");
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(await notified.calls(1)).toHaveLength(1);
  },
);

test("what a notifier was not given before the end it is given after the next start", async () => {
  const { id, at, memory } = await drifting();
  const dead = await listener(() => 503);
  const first = await account.watch(at, ["--memory", memory, "--notify-url", dead.url]);
  await first.events(1);
  await dead.calls(1);
  first.child.kill("SIGTERM");
  expect((await first.ended).code).toBe(0);
  const notified = await listener();
  const second = await account.watch(at, ["--memory", memory, "--notify-url", notified.url]);
  expect(await notified.calls(1)).toMatchObject([{ event: "drift", id, name: "by hand" }]);
  second.child.kill("SIGTERM");
  expect((await second.ended).stdout).toBe("");
});

test.each([
  ["broken", '{"memoryOf":"pulumi-remoteit watch","formatVersion":1,"alerts":[{"sta'],
  ["empty", ""],
  ["somebody else's", '{"name":"shop","version":"1.0.0"}'],
])("a memory that is %s is reported, set aside and begun anew", async (_what, content) => {
  const { id, at, memory } = await drifting();
  writeFileSync(memory, content);
  const watching = await account.watch(at, ["--memory", memory]);
  expect(await watching.events(1)).toMatchObject([{ event: "drift", id }]);
  expect(watching.stderr()).toContain(`Reading the memory of the watch ${memory} failed: It is not what this version`);
  expect(readFileSync(`${memory}.set-aside`, "utf8")).toBe(content);
  watching.child.kill("SIGTERM");
  await watching.ended;
  expect(JSON.parse(readFileSync(memory, "utf8"))).toMatchObject({ formatVersion: 1, alerts: [{ id, status: "changed" }] });
});

test("the memory holds no value of a property and nothing half-written", async () => {
  const { at, memory } = await drifting();
  const watching = await account.watch(at, ["--memory", memory]);
  await watching.events(1);
  watching.child.kill("SIGTERM");
  const { child } = watching;
  await watching.ended;
  const { alerts } = JSON.parse(readFileSync(memory, "utf8")) as { alerts: object[] };
  expect(
    Object.keys(alerts[0] ?? {})
      .sort()
      .join(),
  ).toBe("account,changes,id,name,pending,stack,status,type,urn");
  expect(existsSync(join(at.cwd, `.memory.json.${child.pid ?? ""}`))).toBe(false);
});

test("a memory that cannot be written ends it at the start, with what to do", async () => {
  const { at } = await drifting();
  const running = account.watch(at, ["--memory", join(at.cwd, "no/such/folder.json")]);
  await expect(running).rejects.toThrow(/no\/such\/folder\.json.*Name a file in a folder that is there/s);
});
