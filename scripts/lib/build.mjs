import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { bundle } from "./bundle.mjs";
import { fingerprint, filesUnder } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";
import { dist, packageFile, root, work } from "./paths.mjs";

const require = createRequire(import.meta.url);
const sources = ["api", "provider", "sdk", "drift", "conformance", "cli", "sandbox"];
/** What is read as it is when it is needed: the compiler leaves it behind. */
const assets = ["drift/formats/html/report.css", "drift/formats/html/report.js"];
const stamp = join(dist, ".build");

/** What dist/ is made from, as one name; dist/.build holds the name it was made from. */
function wanted() {
  const inputs = [
    ...sources,
    "tsconfig.json",
    "tsconfig.build.json",
    "package.json",
    "scripts/lib/build.mjs",
    "scripts/lib/bundle.mjs",
  ];
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
    await bundleAll(next);
    makeExecutable(join(next, "cli", "main.js"));
    makeExecutable(join(next, "provider", "plugin", "main.js"));
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
  for (const asset of assets) if (existsSync(join(root, asset))) cpSync(join(root, asset), join(next, asset));
  return tsc.status === 0;
}

function hasSource(kept) {
  return (file) => {
    const source = join(root, file.slice(kept.length));
    return existsSync(source) || existsSync(source.replace(/(\.d\.ts|\.js)$/, ".ts"));
  };
}

/**
 * What has libraries of its own inside it, each in one file in place of what tsc made of its folder. The plugin runs where
 * nothing else is installed, so it holds the package's own dependencies too.
 */
const bundles = [
  // The probes of `conformance` need the worlds of the sandbox without its server.
  { folder: "sandbox", entry: "index", keep: /(\.d\.ts|[/\\]worlds\.js)$/, external: Object.keys(dependencies()) },
  { folder: "provider/plugin", entry: "main", external: [] },
];

function dependencies() {
  return JSON.parse(readFileSync(packageFile, "utf8")).dependencies;
}

async function bundleAll(next) {
  for (const { folder, entry, keep, external } of bundles) {
    const source = join(root, folder, `${entry}.ts`);
    if (!existsSync(source)) continue;
    if (keep) for (const file of filesUnder([join(next, folder)]).filter((file) => !keep.test(file))) rmSync(file);
    else rmSync(join(next, folder), { recursive: true, force: true });
    await bundle(source, join(next, folder, `${entry}.js`), `dist/${folder}/${entry}.js`, external);
  }
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
