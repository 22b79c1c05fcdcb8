import { writeFiles } from "../../engine/support";
import { place, start } from "../support";
import { useWatch } from "./support";

const account = useWatch();

async function pump() {
  const [deviceId = ""] = await account.devices("pump");
  const record = await account.make("Device", { deviceId, name: "pump" }, "pump");
  return { id: deviceId, at: account.here([record]) };
}

test("without a network it begins all the same, says so once and goes on", async () => {
  const { id, at } = await pump();
  await account.rename(id, "by hand");
  await account.control.listening(false);
  const watching = await account.watch(at, [], { ready: false });
  await watching.says("The watch goes on and tries again");
  watching.child.kill("SIGHUP");
  await account.control.listening(true);
  watching.child.kill("SIGHUP");
  expect(await watching.events(1)).toMatchObject([{ id, status: "changed" }]);
  await watching.says("The account: all is well again.");
  expect(watching.stderr().match(/The watch goes on/g)).toHaveLength(1);
});

test("a refused key is reported with what to do, and another one is taken up without a restart", async () => {
  const { at } = await pump();
  const { R3_ACCESS_KEY_ID: _id, R3_SECRET_ACCESS_KEY: _secret, ...env } = at.env;
  const [first, second] = [await account.control.key(), await account.control.key()];
  const credentials = ({ accessKeyId, secretAccessKey }: typeof first) =>
    writeFiles(env["HOME"] ?? "", {
      ".remoteit/credentials": `[DEFAULT]\nR3_ACCESS_KEY_ID=${accessKeyId}\nR3_SECRET_ACCESS_KEY=${secretAccessKey}\n`,
    });
  credentials(first);
  const watching = await account.watch({ ...at, env });
  await account.control.disableKey(first.accessKeyId);
  watching.child.kill("SIGHUP");
  await watching.says("The watch goes on and tries again");
  expect(watching.stderr()).toContain("Check that it is enabled and that secret and id belong together.");
  credentials(second);
  watching.child.kill("SIGHUP");
  await watching.says("The account: all is well again.");
  for (const { secretAccessKey } of [first, second]) expect(watching.stderr()).not.toContain(secretAccessKey);
});

test("what moved while a look failed is looked at again, without another call and without a scan", async () => {
  const { id, at } = await pump();
  const watching = await account.watch(at);
  await account.hook(watching);
  await account.rename(id, "by hand");
  await account.control.faults([{ match: { operation: "graphql:getDevicesById" }, times: 1, kind: "html" }]);
  await account.comesOnline(id);
  await watching.says("The watch goes on and tries again");
  expect(await watching.events(1)).toMatchObject([{ event: "drift", id }]);
  await watching.says("The account: all is well again.");
  expect(watching.stderr().match(/Compared/g)).toHaveLength(1);
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

test("what cannot begin ends with 1 and why", async () => {
  const { at } = await pump();
  const taken = await account.watch(at);
  const { port } = new URL(taken.address());
  const cases: [string[], RegExp][] = [
    [["--stack", "dev"], /The program pulumi cannot be run/],
    [["--state", "-"], /--state - cannot be read again/],
    [["--state", "no-such-file.json"], /no-such-file\.json/],
    [["--state", at.stateFile, "--ignore", "nonsense"], /nonsense/],
    [["--state", at.stateFile, "--port", port], /The port is taken by another program\. Give another --port/],
  ];
  for (const [args, why] of cases) {
    const { code, stderr, stdout } = await start(["watch", "--port", "0", ...args], { cwd: at.cwd, env: { ...at.env, PATH: "" } })
      .ended;
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(why);
  }
});

test.each([
  [["--port", "70000"], "a port, 0 to 65535"],
  [["--interval", "soon"], "a time such as 500ms"],
  [["--interval", "289h"], "288h or less"],
  [["--path", "hook"], "the path of a URL"],
  [["--max-body", "1"], "1024 to 999999999"],
  [["--notify-url", "file:///etc/passwd"], "begins with https:// or http://"],
  [["--format", "xml"], "Allowed choices are text, ndjson"],
])("a wrong option is named with what it takes: %j", async (args, what) => {
  const { code, stderr } = await start(["watch", ...args], place()).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(what);
});
