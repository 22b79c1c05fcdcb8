import { spawn, spawnSync, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { consumer } from "../engine/support";
import { accountIn, main, place, useCli } from "./support";

const account = useCli({ devices: 1 });

interface Machine {
  node?: string;
  file?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  stdout?: number;
}

async function run(args: string[], { node = process.execPath, file = main(), stdout = -1, ...machine }: Machine) {
  const stdio: StdioOptions = ["ignore", stdout < 0 ? "pipe" : stdout, "pipe"];
  const child = spawn(node, [file, ...args], { cwd: "/", stdio, ...machine });
  const texts = Promise.all([child.stdout ? text(child.stdout) : "", child.stderr ? text(child.stderr) : ""]);
  const [code] = (await once(child, "close")) as [number | null];
  const [out, stderr] = await texts;
  return { code, stdout: out, stderr };
}

/** Only root can run something as a user without a name, as containers do. */
const asRoot = process.getuid?.() === 0 ? test : test.skip;

describe("a machine where the user has neither a home nor a name", () => {
  const machine = (more: NodeJS.ProcessEnv): Machine => {
    const { HOME: _home, USERPROFILE: _profile, ...env } = place(more).env;
    return { env, uid: 54_321 };
  };

  asRoot("takes the key from the environment", async () => {
    expect(await run(["inventory"], machine(accountIn(account.sandbox)))).toMatchObject({ code: 0, stderr: "" });
  });

  asRoot("has no credentials file, which is said where a key is missing", async () => {
    const { code, stdout, stderr } = await run(["inventory"], machine({}));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/no access key in .* the credentials file \(~\/\.remoteit\/credentials is not there\)/);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

/** An older Node, where this machine has one beside the project's own. */
const old = ["/usr/bin/node", "/usr/local/bin/node"].find((path) => existsSync(path) && isOld(path)) ?? "";
const onOldNode = old ? test : test.skip;

function isOld(path: string): boolean {
  return Number(/\d+/.exec(spawnSync(path, ["--version"], { encoding: "utf8" }).stdout)?.[0]) < 22;
}

describe("a Node that is too old", () => {
  onOldNode.each(["cli/main.js", "provider/plugin/main.js"])("is refused in a sentence by %s", async (name) => {
    const { code, stdout, stderr } = await run(["inventory"], { node: old, file: join(dirname(dirname(main())), name) });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /^error: (remoteit: )?Node v\d+\.\d+\.\d+ is older than 22, the least that is supported\. Install Node 22 .*\n$/,
    );
  });

  onOldNode("is what doctor says, in a line of its own", async () => {
    const { code, stdout } = await run(["doctor"], { node: old, env: place().env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^failed +node +Node v\d+.* is older than 22/);
  });

  onOldNode("ends a program with a sentence, which Pulumi shows without a stack", () => {
    const code = `try { require("pulumi-remoteit") } catch (error) {
      console.log(require("@pulumi/pulumi").RunError.isInstance(error), error.message);
    }`;
    const { stdout } = spawnSync(old, ["-e", code], { encoding: "utf8", cwd: consumer() });
    expect(stdout).toMatch(/^true pulumi-remoteit: Node v\d+.* is older than 22/);
  });
});

const withFullDisk = existsSync("/dev/full") ? test : test.skip;

describe("a full disk", () => {
  withFullDisk.each([
    ["a report", ["inventory", "--output", "/dev/full"], "/dev/full"],
    ["standard output", ["inventory"], "standard output"],
  ])("is said in a sentence, of %s", async (_what, args, subject) => {
    const stdout = openSync("/dev/full", "w");
    const { code, stderr } = await run(args, { env: place(accountIn(account.sandbox)).env, stdout });
    closeSync(stdout);
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^error: .*${subject}.* failed: The disk is full \\(ENOSPC\\)\\.`));
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
