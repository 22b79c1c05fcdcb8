import { useWatch } from "./support";

const account = useWatch();

async function pump() {
  const [deviceId = ""] = await account.devices("pump");
  const record = await account.make("Device", { deviceId, name: "pump" }, "pump");
  return { id: deviceId, at: account.here([record]) };
}

const quick = { REMOTEIT_MAX_RETRIES: "0" };

test("without a network it begins all the same, says so once and goes on", async () => {
  const { id, at } = await pump();
  await account.rename(id, "by hand");
  await account.control.listening(false);
  const watching = await account.watch({ ...at, env: { ...at.env, ...quick } }, [], { ready: false });
  await watching.says("The watch goes on and tries again");
  watching.child.kill("SIGHUP");
  await account.control.listening(true);
  watching.child.kill("SIGHUP");
  expect(await watching.events(1)).toMatchObject([{ id, status: "changed" }]);
  await watching.says("The account: all is well again.");
  expect(watching.stderr().match(/The watch goes on/g)).toHaveLength(1);
});

test("a refused key is told with what to do, and another one is taken up", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  await account.control.disableKey(account.sandbox.accessKeyId);
  watching.child.kill("SIGHUP");
  await watching.says("The watch goes on and tries again");
  expect(watching.stderr()).toMatch(/warning: .*(access key|R3_ACCESS_KEY_ID)/i);
  expect(watching.stderr()).not.toContain(account.sandbox.secretAccessKey);
  watching.child.kill("SIGTERM");
  expect((await watching.ended).code).toBe(0);
  expect(id).not.toBe("");
});

test("429 is no end: what moved is looked at later", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  await account.hook(watching);
  await account.rename(id, "by hand");
  await account.control.faults([
    { match: { operation: "graphql:getDevicesById" }, times: 1, kind: "status", status: 429, retryAfter: 1 },
  ]);
  await account.comesOnline(id);
  expect(await watching.events(1)).toMatchObject([{ id }]);
});

test.each([
  [["--stack", "dev"], /pulumi/i],
  [["--state", "-"], /--state - cannot be read again/],
  [["--state", "no-such-file.json"], /no-such-file\.json/],
])("what cannot begin ends with 1 and why: %j", async (args, why) => {
  const { start, place } = await import("../support");
  const { code, stderr, stdout } = await start(["watch", ...args, "--port", "0"], place({ PATH: "" })).ended;
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(why);
});

test.each([
  [["--port", "70000"], "a port, 0 to 65535"],
  [["--interval", "soon"], "a time such as 500ms"],
  [["--path", "hook"], "the path of a URL"],
  [["--max-body", "1"], "1024 to 999999999"],
  [["--notify-url", "file:///etc/passwd"], "begins with https:// or http://"],
  [["--format", "xml"], "Allowed choices are text, ndjson"],
])("a wrong option is named with what it takes: %j", async (args, what) => {
  const { start, place } = await import("../support");
  const { code, stderr } = await start(["watch", ...args], place()).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(what);
});
