import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import description from "../../package.json";
import { consumer } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

/** The packed package as it lies in a user's node_modules. */
const folder = join(consumer(), "node_modules/pulumi-remoteit");

/** What Node itself, beside the package, makes of an expression: jest has a resolution of its own. */
async function inNode(expression: string): Promise<unknown> {
  const { code, stdout, output } = await run("node", ["-p", `JSON.stringify(${expression})`], { cwd: consumer() });
  if (code !== 0) throw new Error(output);
  return JSON.parse(stdout);
}

async function packed(): Promise<string[]> {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"]);
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

test("the package holds what its users need, and nothing else", async () => {
  const files = await packed();
  const outside = files.filter((path) => !/^dist\/(api|cli|conformance|provider|sandbox|sdk|drift)\/.*\.(js|d\.ts)$/.test(path));
  expect(outside).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "api/schema.graphql",
    "dist/drift/formats/html/report.css",
    "dist/provider/plugin/THIRD-PARTY.txt",
    "dist/sandbox/THIRD-PARTY.txt",
    "docs/_index.md",
    "docs/api-assumptions.md",
    "docs/choosing-an-adapter.md",
    "docs/cli.md",
    "docs/configuration.md",
    "docs/conformance.md",
    "docs/drift-report.schema.json",
    "docs/drift.md",
    "docs/failures.md",
    "docs/faq.md",
    "docs/fleets.md",
    "docs/installation-configuration.md",
    "docs/languages.md",
    "docs/ownership.md",
    "docs/performance.md",
    "docs/permissions.md",
    "docs/README.md",
    ...readdirSync(join(folder, "docs/reference")).map((name) => `docs/reference/${name}`),
    "docs/sandbox.md",
    "docs/sizing.md",
    "docs/tasks.md",
    "docs/testing-your-programs.md",
    "docs/troubleshooting.md",
    "docs/watch.md",
    "package.json",
    "provider/plugin/index.js",
    "provider/plugin/package.json",
    "provider/plugin/PulumiPlugin.yaml",
    "provider/plugin/ts-node/index.js",
    "provider/plugin/ts-node/package.json",
    "scripts/prepare.mjs",
  ]);
  // The sandbox and the plugin are one file each, with their libraries inside; worlds.js is data that needs none of them.
  const bundled = files.filter((path) => /^dist\/(sandbox|provider\/plugin)\/.*\.js$/.test(path));
  expect(bundled.sort()).toEqual(["dist/provider/plugin/main.js", "dist/sandbox/index.js", "dist/sandbox/worlds.js"]);
});

test("the package is small: less than 6 MB, of which the sandbox and the plugin are most", async () => {
  const sizes = (await packed()).map((path) => statSync(join(folder, path)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
});

test.each(Object.keys(description.exports))("%s can be imported, and has types where it is code", async (subpath) => {
  const name = JSON.stringify(join("pulumi-remoteit", subpath));
  const [file, type] = (await inNode(`[require.resolve(${name}), typeof require(${name})]`)) as [string, string];
  expect(type).toBe("object");
  expect(file.startsWith(folder)).toBe(true);
  if (file.endsWith(".js")) expect(existsSync(file.replace(/\.js$/, ".d.ts"))).toBe(true);
});

test("what the exports do not name cannot be imported", async () => {
  await expect(inNode(`require("pulumi-remoteit/dist/provider/client/index.js")`)).rejects.toThrow(
    "ERR_PACKAGE_PATH_NOT_EXPORTED",
  );
});

test.each(["device", "service", "webhook"])("the module %s that state refers to is a dynamic provider itself", async (name) => {
  const module = `require("pulumi-remoteit/dynamic/${name}")`;
  const operations = ["check", "configure", "create", "delete", "diff", "read", "update"];
  expect(await inNode(`Object.keys(${module}).sort()`)).toEqual(operations);
  expect(await inNode(`Object.values(${module}).map((operation) => typeof operation)`)).toEqual(operations.map(() => "function"));
});

test("the command runs from the package and says its version", async () => {
  const main = join(folder, description.bin["pulumi-remoteit"]);
  expect((await run(main, ["--version"])).stdout).toBe(`${description.version}\n`);
});

test("the plugin's own description asks for the same SDK as the package", () => {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "provider/plugin/package.json"), "utf8")) as typeof description;
  expect(dependencies).toMatchObject(description.peerDependencies);
});

test("the plugin runs from the package alone, without any other, and says its port", async () => {
  const alone = temporaryFolder();
  cpSync(join(folder, description.bin["pulumi-resource-remoteit"]), join(alone, "main.js"));
  const child = spawn(process.execPath, [join(alone, "main.js")], { cwd: alone, stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  expect(port).toMatch(/^\d+\n$/);
  child.kill();
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("the code of the package asks for its own dependencies alone", () => {
  const code = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  const asked = code.flatMap((file) => [
    ...readFileSync(join(folder, "dist", file), "utf8").matchAll(/\brequire\("([^."][^"]*)"\)/g),
  ]);
  const names = asked.map(([, name = ""]) => name.replace(/^(@[^/]+\/[^/]+|[^/]+).*/, "$1"));
  const { dependencies, peerDependencies, name } = description;
  const own = [...Object.keys({ ...dependencies, ...peerDependencies }), name, ...builtinModules];
  expect([...new Set(names)].filter((found) => !found.startsWith("node:") && !own.includes(found))).toEqual([]);
});

test("the libraries inside the sandbox's file are there with their licences", () => {
  const text = readFileSync(join(folder, "dist/sandbox/THIRD-PARTY.txt"), "utf8");
  for (const name of ["http-signature", "http-message-signatures"]) {
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC)\\)$`, "m"));
  }
  expect(text).toContain("Permission is hereby granted");
  expect(text).not.toContain("undefined");
});
