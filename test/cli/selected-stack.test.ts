import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environment, pulumi } from "../engine/support/engine";
import { temporaryFolder } from "../support/run";
import { accountIn, place, start, useCli } from "./support";

const account = useCli({ devices: 2, services: 1 });

interface Project {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** A project whose stacks `dev` (selected) and `other` are made, both with the account in their configuration. */
async function project(selected = true): Promise<Project> {
  const cwd = temporaryFolder();
  const env = environment(cwd);
  mkdirSync(join(cwd, "state"));
  writeFileSync(join(cwd, "Pulumi.yaml"), "name: shop\nruntime: yaml\n");
  const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  for (const stack of ["other", "dev"]) {
    await pulumi(["stack", "init", stack], cwd, env);
    const plain = ["--plaintext", `remoteit:endpoint=${endpoint}`, "--plaintext", `remoteit:accessKeyId=${accessKeyId}`];
    await pulumi(["config", "set-all", ...plain, "--secret", `remoteit:secretAccessKey=${secretAccessKey}`], cwd, env);
  }
  if (!selected) await pulumi(["stack", "unselect"], cwd, env);
  return { cwd, env };
}

/** An account that nobody reaches. */
const wrong = { REMOTEIT_ENDPOINT: "http://127.0.0.1:9", R3_ACCESS_KEY_ID: "WRONG", R3_SECRET_ACCESS_KEY: "d3Jvbmc=" };

const commands: Record<string, string[]> = {
  drift: ["drift", "--format", "json"],
  inventory: ["inventory", "--format", "json"],
  "inventory --marks": ["inventory", "--marks", "--format", "json"],
  doctor: ["doctor", "--json"],
  conformance: ["conformance", "--format", "json"],
};

/** Those that need no stack. */
const ofAccount = Object.keys(commands).filter((name) => name !== "drift");

const run = (args: readonly string[], { cwd, env }: Project, more: NodeJS.ProcessEnv = {}) =>
  start(args, { cwd, env: { ...env, ...more } }).ended;

describe("every command takes the account of the stack that is selected in the folder", () => {
  let here: Project;
  beforeAll(async () => {
    here = await project();
  });

  test.each(Object.keys(commands))("%s", async (name) => {
    const { stdout, stderr, code } = await run(commands[name] ?? [], here, wrong);
    expect({ stderr, isError: code === 1 }).toEqual({ stderr: "", isError: false });
    expect(JSON.parse(stdout)).toBeDefined();
    expect((await account.control.requests()).total).toBeGreaterThan(0);
  });

  test.each(Object.keys(commands))("%s, from a folder below the project's", async (name) => {
    const below = join(here.cwd, "deep/er");
    mkdirSync(below, { recursive: true });
    const { code } = await run(commands[name] ?? [], { ...here, cwd: below }, wrong);
    expect(code).not.toBe(1);
  });

  test.each(["drift", "inventory"])(
    "%s takes the one of PULUMI_STACK before it, and that of --stack before both",
    async (name) => {
      const args = commands[name] ?? [];
      const missing = await run([...args, "--stack", "none"], here, { PULUMI_STACK: "dev" });
      expect(`${missing.stdout}${missing.stderr}`).toContain("no stack named 'none' found");
      expect((await run([...args, "--stack", "dev"], here, { ...wrong, PULUMI_STACK: "other" })).code).not.toBe(1);
      expect((await run(args, here, { ...wrong, PULUMI_STACK: "other" })).code).not.toBe(1);
    },
  );

  test.each(ofAccount)("%s --no-stack takes the environment's", async (name) => {
    const args = [...(commands[name] ?? []), "--no-stack"];
    expect((await run(args, here, { ...wrong, R3_ACCESS_KEY_ID: "" })).code).toBe(1);
    expect((await run(args, here, accountIn(account.sandbox))).code).not.toBe(1);
  });

  test("doctor says whose configuration it is", async () => {
    const { stdout } = await run(["doctor"], here);
    expect(stdout).toMatch(/credentials +access key \S+ from the configuration of stack dev\n/);
  });

  test.each(ofAccount)("%s tells what keeps Pulumi from giving its configuration, and the way without it", async (name) => {
    const { code, stdout, stderr } = await run(commands[name] ?? [], here, { PULUMI_CONFIG_PASSPHRASE: "another" });
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(/incorrect passphrase[^]*Set PULUMI_CONFIG_PASSPHRASE[^]*--no-stack/);
    expect((await account.control.requests()).total).toBe(0);
  });

  test.each(ofAccount)("%s tells of a backend that cannot be reached, and asks no other account", async (name) => {
    const unreachable = { PULUMI_BACKEND_URL: "file:///no/where" };
    const { code, stdout, stderr } = await run(commands[name] ?? [], here, { ...accountIn(account.sandbox), ...unreachable });
    expect(code).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(/Check the backend.*Or take the account from the environment, with --no-stack\./);
    expect((await account.control.requests()).total).toBe(0);
  });
});

describe("where no stack is selected, the account is that of the environment", () => {
  test.each(ofAccount)("%s, in a project", async (name) => {
    const { code, stderr } = await run(commands[name] ?? [], await project(false), accountIn(account.sandbox));
    expect({ isError: code === 1, stderr }).toEqual({ isError: false, stderr: "" });
  });

  test.each(ofAccount)("%s, outside of a project, without asking Pulumi", async (name) => {
    const { cwd, env } = place(accountIn(account.sandbox));
    const { code, stderr } = await run(commands[name] ?? [], { cwd, env }, { PATH: "/nowhere" });
    expect({ isError: code === 1, stderr }).toEqual({ isError: false, stderr: "" });
  });

  test.each<[string, NodeJS.ProcessEnv, RegExp]>([
    ["is not on PATH", { PATH: "/nowhere" }, /The program pulumi cannot be run/],
    ["is not logged in", { PULUMI_BACKEND_URL: "" }, /PULUMI_ACCESS_TOKEN must be set/],
  ])("in a project where Pulumi %s, which a warning says", async (_name, more, why) => {
    const { cwd, env } = place(accountIn(account.sandbox));
    writeFileSync(join(cwd, "Pulumi.yaml"), "name: shop\nruntime: yaml\n");
    for (const name of ofAccount) {
      const { code, stdout, stderr } = await run(commands[name] ?? [], { cwd, env }, more);
      expect(code).not.toBe(1);
      const said = name === "doctor" ? stdout : stderr;
      expect(said).toMatch(why);
      expect(said).toContain("The account comes from the environment, since");
    }
  });
});
