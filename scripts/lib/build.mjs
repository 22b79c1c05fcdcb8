import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { fingerprint, filesUnder } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";
import { dist, packageFile, root, work } from "./paths.mjs";

const require = createRequire(import.meta.url);
const sources = ["api", "provider", "sdk", "drift", "cli", "sandbox"];
const stamp = join(dist, ".build");

/** What dist/ is made from, as one name; dist/.build holds the name it was made from. */
function wanted() {
  const inputs = [...sources, "tsconfig.json", "tsconfig.build.json", "package.json", "scripts/lib/build.mjs"];
  return fingerprint(
    root,
    inputs.map((path) => join(root, path)),
  );
}

/** Whether dist/ is what the sources give. */
export function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();
}

/** Makes dist/ where it is not fresh. Returns whether the types are right: what runs is emitted either way. */
export async function build() {
  return withLock("build", async () => {
    if (isFresh()) return true;
    const name = wanted();
    const next = join(work, `dist-${process.pid}`);
    rmSync(next, { recursive: true, force: true });
    const typesRight = compile(next);
    await bundleSandbox(next);
    makeExecutable(join(next, "cli", "main.js"));
    if (typesRight) writeFileSync(join(next, ".build"), name);
    replaceDist(next);
    return typesRight;
  });
}

/** tsc keeps its output between runs and writes what changed; only what still has a source is taken over. */
function compile(next) {
  const kept = join(work, "build");
  const tsc = spawnSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  for (const folder of sources) {
    if (existsSync(join(kept, folder)))
      cpSync(join(kept, folder), join(next, folder), { recursive: true, filter: hasSource(kept) });
  }
  for (const file of filesUnder([join(next, "sandbox")])) if (file.endsWith(".js")) rmSync(file);
  return tsc.status === 0;
}

function hasSource(kept) {
  return (file) => {
    const source = join(root, file.slice(kept.length));
    return existsSync(source) || existsSync(source.replace(/(\.d\.ts|\.js)$/, ".ts"));
  };
}

/** One file with the libraries that only the sandbox needs inside it, so that they are no runtime dependencies. */
async function bundleSandbox(next) {
  const entry = join(root, "sandbox", "index.ts");
  if (!existsSync(entry)) return;
  const { build: bundle } = require("esbuild");
  const { metafile } = await bundle({
    entryPoints: [entry],
    outfile: join(next, "sandbox", "index.js"),
    metafile: true,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    legalComments: "none", // each licence stands whole beside the bundle
    logLevel: "warning",
    external: Object.keys(JSON.parse(readFileSync(packageFile, "utf8")).dependencies),
  });
  writeFileSync(join(next, "sandbox", "THIRD-PARTY.txt"), licences(Object.keys(metafile.inputs)));
}

/** Name, version and licence of each package that these files belong to, as the licences ask of a copy. */
function licences(files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), "utf8").trim() : "(The package holds no text of it.)"}\n`;
  });
  return `dist/sandbox/index.js holds code of these packages.\n\n${[...new Set(texts)].join(`\n${"-".repeat(80)}\n\n`)}`;
}

function makeExecutable(main) {
  if (existsSync(main)) chmodSync(main, 0o755);
}

/** A reader sees the old folder or the new one, never a half. */
function replaceDist(next) {
  const old = join(work, `dist-old-${process.pid}`);
  mkdirSync(next, { recursive: true });
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(next, dist);
  rmSync(old, { recursive: true, force: true });
}
