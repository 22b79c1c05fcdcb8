import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { packageFile, root, work } from "./lib/paths.mjs";
import { fail, say } from "./lib/report.mjs";

// `npm run matrix -- [ENGINE ...]`: the core stories with every pair of a Pulumi engine (the one that is set up, and that of each folder
// given) and an SDK (the oldest that is supported, the project's own, npm's newest); the compile tests with each TypeScript.
// What `npm test` tries is one column of it.
const { peerDependencies, devDependencies } = JSON.parse(readFileSync(packageFile, "utf8"));
const sdk = "@pulumi/pulumi";
const oldest = `${/\d+\.\d+/.exec(peerDependencies[sdk])[0]}.0`;

const engines = ["", ...process.argv.slice(2).map((folder) => resolve(folder))];
const sdks = [oldest, devDependencies[sdk], newest(sdk)];
const typescripts = [devDependencies.typescript, newest("typescript@6"), newest("typescript")];

/** What of the suite tells an engine or an SDK from another: both adapters, the language host, the start of the plugin. */
const stories = ["test/engine/parity", "test/engine/plugin/life", "test/engine/webhook/lifecycle", "test/engine/device/partial"];

function newest(name) {
  const { status, stdout, stderr } = npm(root, "view", name, "version", "--json");
  if (status !== 0) throw new Error(`npm cannot tell the newest ${name}: ${stderr}`);
  return [JSON.parse(stdout)].flat().at(-1);
}

/** The packages of one version, in a folder of their own. */
function installed(name, version) {
  const folder = join(work, "matrix", `${name.replaceAll("/", "-")}-${version}`);
  if (!existsSync(join(folder, "node_modules", name))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    const { status, stderr } = npm(folder, "install", "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${version}`);
    if (status !== 0) throw new Error(`npm cannot install ${name}@${version}: ${stderr}`);
  }
  return join(folder, "node_modules");
}

function npm(cwd, ...args) {
  return spawnSync("npm", args, { cwd, encoding: "utf8", shell: process.platform === "win32" });
}

const versionOf = (engine) =>
  spawnSync(engine ? join(engine, "pulumi") : "pulumi", ["version"], { encoding: "utf8" }).stdout?.trim() || "that is set up";

const results = [];

function run(what, env, tests) {
  say(`${what} …`);
  const jest = join(root, "node_modules/jest/bin/jest.js");
  // The Node that set-up has brought: in a new clone, that of this process may be older.
  const { status } = spawnSync("node", [jest, ...tests], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  results.push({ what, passed: status === 0 });
}

function matrix() {
  for (const version of typescripts) {
    run(`TypeScript ${version}`, { MATRIX_TYPESCRIPT: join(installed("typescript", version), "typescript") }, [
      "test/house/types",
    ]);
  }
  for (const engine of engines) {
    for (const version of new Set(sdks)) {
      const env = { MATRIX_SDK: installed(sdk, version), ...(engine && { MATRIX_ENGINE: engine }) };
      run(`engine ${versionOf(engine)}, SDK ${version}`, env, stories);
    }
  }
  console.log(`\n${results.map(({ what, passed }) => `${passed ? "passed" : "FAILED"}  ${what}`).join("\n")}`);
  if (results.some(({ passed }) => !passed)) process.exitCode = 1;
}

try {
  matrix();
} catch (error) {
  fail(error);
}
