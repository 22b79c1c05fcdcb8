import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { version } from "../../../package.json";
import { environment, describeWithLanguageHost, openStack, repository, type Stack } from "../support";
import { run, temporaryFolder } from "../../support/run";
import { clone } from "../../scripts/support";
import { startAccount, type TestAccount } from "../support/account";

// Installs of Pulumi's Node SDK and, from a checkout, of all that the build needs.
jest.setTimeout(600_000);

let account: TestAccount;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

/** What npm packs of this checkout, unpacked. */
function packed(into: string): string {
  mkdirSync(into, { recursive: true });
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", into], { cwd: repository, stdio: "ignore" });
  const [tarball = ""] = readdirSync(into);
  execFileSync("tar", ["-xzf", join(into, tarball), "-C", into]);
  return join(into, "package");
}

/** The environment of a user whose npm cache is that of the person at this machine; the home of a test is empty. */
function userEnvironment(folder: string): NodeJS.ProcessEnv {
  const cache = execFileSync("npm", ["config", "get", "cache"], { encoding: "utf8" }).trim();
  const cached = { npm_config_cache: cache, npm_config_prefer_offline: "true" };
  const base = environment(folder);
  const path = [join(folder, "bin"), base["PATH"]].join(delimiter);
  return { ...base, ...cached, PATH: path, PULUMI_HOME: join(folder, "pulumi-home") };
}

/** What compiles a program of today, and what Pulumi's own Node host of a plugin stumbles over: it reads the file of the program. */
const tsconfig = {
  extends: "@somebody/who-is-not-installed",
  compilerOptions: { module: "nodenext", target: "es2023", lib: ["es2024"], erasableSyntaxOnly: true },
};

/** A YAML project outside the checkout, to which the package is added by a path. */
async function project(): Promise<{ folder: string; stack: Stack; add: (path: string) => Promise<unknown> }> {
  const folder = temporaryFolder({
    "Pulumi.yaml": "name: somebody\nruntime: yaml\n",
    "tsconfig.json": JSON.stringify(tsconfig),
  });
  const env = userEnvironment(folder);
  const stack = await openStack(folder, { config: account.config, env }, (args, execute) => execute(args));
  const add = async (path: string) => {
    const { code, output } = await run("pulumi", ["package", "add", path], { cwd: folder, env });
    return { code, output: code === 0 ? "" : output };
  };
  return { folder, stack, add };
}

const done = { code: 0, output: "" };
const resources = `resources:
  hook: { type: "remoteit:Webhook", properties: { url: "https://example.com/x" } }
`;

/** The program runs with the package as the CLI has noted it. */
async function runs({ folder, stack }: { folder: string; stack: Stack }): Promise<void> {
  appendFileSync(join(folder, "Pulumi.yaml"), resources);
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
}

/** It goes through its life with the package. */
async function works(somebody: { folder: string; stack: Stack }): Promise<void> {
  await runs(somebody);
  expect(await somebody.stack.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
}

describeWithLanguageHost("the plugin is added to a program", () => {
  test("by the path of the packed copy, which builds nothing, whatever the program's folder holds", async () => {
    const somebody = await project();
    const path = join(packed(join(somebody.folder, "node_modules")), "provider/plugin");
    expect(await somebody.add(path)).toEqual(done);
    await works(somebody);
  });

  test("by the path of its executable, which needs nothing else: the engine finds it on PATH, where npm puts it", async () => {
    const somebody = await project();
    const executable = join(somebody.folder, "bin/pulumi-resource-remoteit");
    mkdirSync(join(somebody.folder, "bin"));
    cpSync(join(packed(join(somebody.folder, "packed")), "dist/provider/plugin/main.js"), executable);
    expect(await somebody.add(executable)).toEqual(done);
    await works(somebody);
  });

  test("by the path of a checkout, which is built on the way", async () => {
    const somebody = await project();
    const path = join(clone(), "provider/plugin");
    expect(await somebody.add(path)).toEqual(done);
    await runs(somebody); // once built, it is as the packed copy
  });

  test("from a release's archive, whose checksum is told beside it", async () => {
    const somebody = await project();
    const { code, stdout } = await run("node", ["scripts/release.mjs"]);
    expect(code).toBe(0);
    const release = stdout.trim();
    const platform = `${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;
    const archive = `pulumi-resource-remoteit-v${version}-${platform}.tar.gz`;
    const sums = await run("sha256sum", ["--check", `pulumi-resource-remoteit-v${version}-checksums.txt`], { cwd: release });
    expect(sums.stdout.match(/: OK$/gm)).toHaveLength(7); // six platforms and the npm package
    const install = ["plugin", "install", "resource", "remoteit", `v${version}`, "--file", join(release, archive)];
    expect(await somebody.stack.bare(...install)).toMatchObject({ code: 0 });
    await works(somebody);
  });
});
