import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { version } from "../../package.json";
import { accountIn, main, place, start, useCli } from "./support";
import { run } from "../support/run";

const account = useCli({ devices: 3000, services: 2 });

/** Resolves once the command has sent its first request for devices. */
async function isReading(): Promise<void> {
  while (!((await account.control.requests()).byOperation["graphql:listDevices"] ?? 0)) await setTimeout(20);
}

describe("pulumi-remoteit", () => {
  test.each([["--version"], ["-V"]])("%s shows the version of the package", async (flag) => {
    expect(await account.cli([flag])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("--help names the commands in groups, and the exit codes; that of a command has examples", async () => {
    const { code, stdout } = await account.cli(["--help"]);
    expect(code).toBe(0);
    for (const text of ["See:", "Set up and try:", "drift [options]", "inventory [options]", "2 drift"])
      expect(stdout).toContain(text);
    expect(stdout).not.toMatch(/^ +complete /m);
    for (const command of ["drift", "inventory", "doctor", "completion", "sandbox"])
      expect((await account.cli([command, "--help"])).stdout).toMatch(
        /Examples?:.*\$ pulumi-remoteit|Example:.*\$ pulumi-remoteit/s,
      );
  });

  test.each([
    [["drfit"], "Did you mean drift?"],
    [["drift", "--fail-onn", "none"], "Did you mean --fail-on?"],
  ])("%j suggests the nearest", async (args, text) => {
    const { code, stderr } = await account.cli(args);
    expect(code).toBe(1);
    expect(stderr).toContain(text);
  });

  test("a failure is one clear text without a stack trace or the secret, and exit code 1", async () => {
    await account.control.disableKey(account.sandbox.accessKeyId);
    const { code, stdout, stderr } = await account.cli(["inventory"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error: Getting devices failed: .*The access key came from: environment\./);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toContain(account.sandbox.secretAccessKey);
  });
});

/** With a key of its own: the test above uses up the first. */
async function fresh() {
  const { cwd, env } = place({ ...accountIn(account.sandbox), ...(await key()) });
  return { cwd, env };
}

async function key() {
  const { accessKeyId, secretAccessKey } = await account.control.key();
  return { R3_ACCESS_KEY_ID: accessKeyId, R3_SECRET_ACCESS_KEY: secretAccessKey };
}

describe("where the output goes", () => {
  test("a reader that goes away ends the command quietly", async () => {
    const { cwd, env } = await fresh();
    const line = `${process.execPath} ${main()} inventory --format ndjson --services | head -1; echo "code \${PIPESTATUS[0]}"`;
    const { output } = await run("bash", ["-c", line], { cwd, env });
    expect(output).toMatch(/^\{"name":"http".*\}\ncode 0\n$/);
  });

  test("a file is there whole, in the place of the one before, and keeps a link a link", async () => {
    const { cwd, env } = await fresh();
    writeFileSync(join(cwd, "real.csv"), "old");
    symlinkSync("real.csv", join(cwd, "devices.csv"));
    const { code, stdout } = await start(["inventory", "-f", "csv", "-o", "devices.csv"], { cwd, env }).ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(readFileSync(join(cwd, "real.csv"), "utf8").split("\r\n")).toHaveLength(3002);
    expect(readdirSync(cwd).sort()).toEqual(["devices.csv", "real.csv"]);
  });

  test("what is no plain file is written to and stays what it is", async () => {
    const { cwd, env } = await fresh();
    expect(await start(["inventory", "--output", "/dev/null"], { cwd, env }).ended).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync("/dev/null")).toBe(true);
  });

  test.each([
    ["no/such/folder/devices.csv", "There is no such file or folder (ENOENT)"],
    ["taken", "It is a folder (EISDIR)"],
  ])("%s is an error that says why", async (path, text) => {
    const { cwd, env } = await fresh();
    mkdirSync(join(cwd, "taken"));
    const { code, stderr } = await start(["inventory", "-o", path], { cwd, env }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`error: Writing ${path} failed: ${text}.`);
    expect(readdirSync(cwd)).toEqual(["taken"]);
  });
});

describe("when it is interrupted", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends it at once with code %i, in the middle of a request, and leaves no file behind", async (signal, code) => {
    await account.control.faults([{ kind: "timeout", match: { operation: "listDevices" } }]);
    const { cwd, env } = await fresh();
    writeFileSync(join(cwd, "devices.json"), "old");
    const { child, ended } = start(["inventory", "--format", "json", "--output", "devices.json"], { cwd, env });
    await isReading();
    child.kill(signal);
    expect(await ended).toEqual({ code, signal: null, stdout: "", stderr: "" });
    expect(readdirSync(cwd)).toEqual(["devices.json"]);
    expect(readFileSync(join(cwd, "devices.json"), "utf8")).toBe("old");
  });

  test("also while it waits before it tries again", async () => {
    await account.control.faults([{ kind: "status", status: 429, retryAfter: 60, match: { operation: "listDevices" } }]);
    const { cwd, env } = await fresh();
    const { child, ended } = start(["inventory"], { cwd, env });
    child.stderr.once("data", () => child.kill("SIGINT"));
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/^info: .*Waiting 60 s before try 2/);
  });
});
