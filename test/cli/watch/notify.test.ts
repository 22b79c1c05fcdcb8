import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listener, useWatch } from "./support";

const account = useWatch();

async function pumps(...names: string[]) {
  const ids = await account.devices(...names);
  const records = await Promise.all(
    ids.map((id, index) => account.make("Device", { deviceId: id, name: names[index] }, names[index])),
  );
  return { ids, at: account.here(records) };
}

test("the address is notified of each new finding, again where it fails for a passing reason", async () => {
  const { ids, at } = await pumps("a", "b");
  for (const id of ids) await account.rename(id, "by hand");
  const notified = await listener((call) => (call === 1 ? 503 : 200));
  const watching = await account.watch(at, ["--notify-url", notified.url]);
  const calls = await notified.calls(3);
  expect(calls[0]).toEqual(calls[1]);
  expect(calls.map(({ id }) => id)).toEqual([ids[0], ids[0], ids[1]]);
  const [first] = await watching.events(2);
  expect(calls[0]).toEqual(first);
});

test("a dead notifier holds nothing up, is reported once, and its address stands nowhere", async () => {
  const { ids, at } = await pumps("a", "b");
  const [first = "", second = ""] = ids;
  await account.rename(first, "by hand");
  const dead = await listener(() => 404);
  const watching = await account.watch(at, ["--notify-url", dead.url]);
  await account.hook(watching);
  await watching.says("The address of --notify-url could not be notified");
  await account.rename(second, "by hand");
  await account.comesOnline(second);
  expect((await watching.events(2))[1]).toMatchObject({ id: second });
  await dead.calls(2);
  watching.child.kill("SIGTERM");
  const { code, stderr } = await watching.ended;
  expect(code).toBe(0);
  expect(stderr.match(/could not be notified/g)).toHaveLength(1);
  expect(stderr).not.toContain("secret-token");
});

test("the command has the finding on its standard input, and no name becomes a part of it", async () => {
  const { ids, at } = await pumps("a");
  const [id = ""] = ids;
  const hostile = `"; touch ${join(at.cwd, "harm")}; $(touch harm) \`touch harm\` #`;
  await account.rename(id, hostile);
  const watching = await account.watch(at, ["--notify-command", "cat > told.tmp && mv told.tmp told.json && echo told >&2"]);
  await watching.says("told");
  expect(JSON.parse(readFileSync(join(at.cwd, "told.json"), "utf8"))).toMatchObject({ event: "drift", id, name: hostile });
  expect(existsSync(join(at.cwd, "harm"))).toBe(false);
});

const keys = {
  R3_DEVELOPER_API_KEY: "dev-key-7f2c9a",
  REMOTEIT_WATCH_PATH: "/hook-7f2c9a",
  PULUMI_CONFIG_PASSPHRASE: "passphrase-7f2c9a",
  PULUMI_CONFIG_PASSPHRASE_FILE: "/passphrase-7f2c9a.txt",
  PULUMI_ACCESS_TOKEN: "pul-7f2c9a",
  PULUMI_BACKEND_URL: "file:///state-7f2c9a",
};

test("the command has no key and no passphrase in its environment, and all else", async () => {
  const { ids, at } = await pumps("a");
  await account.rename(ids[0] ?? "", "by hand");
  const here = { ...at, env: { ...at.env, ...keys, CHAT_CHANNEL: "#drift" } };
  const watching = await account.watch(here, ["--notify-command", "env > told.env && echo told >&2"]);
  await watching.says("told");
  const text = readFileSync(join(at.cwd, "told.env"), "utf8");
  expect(text).toContain("CHAT_CHANNEL=#drift\n");
  expect(text).toContain(`REMOTEIT_ENDPOINT=${account.sandbox.endpoint}\n`);
  expect(text).toMatch(/^PATH=/m);
  expect(text).not.toMatch(/^(R3_|PULUMI_(CONFIG|ACCESS|BACKEND))|7f2c9a/m);
  expect(text).not.toContain(account.sandbox.secretAccessKey);
});

test("--notify-env gives it the ones that are named", async () => {
  const { ids, at } = await pumps("a");
  await account.rename(ids[0] ?? "", "by hand");
  const options = [
    "--notify-command",
    "env > told.env && echo told >&2",
    "--notify-env",
    "R3_SECRET_ACCESS_KEY, PULUMI_ACCESS_TOKEN",
  ];
  const watching = await account.watch({ ...at, env: { ...at.env, ...keys } }, options);
  await watching.says("told");
  const text = readFileSync(join(at.cwd, "told.env"), "utf8");
  expect(text).toContain(`R3_SECRET_ACCESS_KEY=${account.sandbox.secretAccessKey}\n`);
  expect(text).toContain(`PULUMI_ACCESS_TOKEN=${keys.PULUMI_ACCESS_TOKEN}\n`);
  expect(text).not.toMatch(/^(R3_ACCESS|R3_DEVELOPER|PULUMI_CONFIG)/m);
});

test("one command runs at a time, what it prints never reaches standard output, and its failure is reported", async () => {
  const { ids, at } = await pumps("a", "b", "c");
  for (const id of ids) await account.rename(id, "by hand");
  // A second one at the same time would find the folder and say so.
  const command = "mkdir busy || echo TWO; cat > /dev/null; sleep 0.1; rmdir busy; echo done; exit 3";
  const watching = await account.watch(at, ["--notify-command", command]);
  await watching.says("done", 3);
  watching.child.kill("SIGTERM");
  const { stdout, stderr } = await watching.ended;
  expect(stdout.trim().split("\n")).toHaveLength(3);
  expect(stdout).not.toContain("done");
  expect(stderr).not.toContain("TWO");
  expect(stderr).toContain("The command of --notify-command could not be notified");
  expect(stderr).toContain("it ended with code 3");
});
