import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "tar";
import { build } from "./lib/build.mjs";
import { dist, packageFile, root, work } from "./lib/paths.mjs";
import { fail } from "./lib/report.mjs";

// `npm run release`: an archive of the plugin for each platform, named as Pulumi looks for it among the assets of a release, the
// npm package, and the checksums of all. The plugin is one script, so the archives differ in its launcher alone; Node 22 or newer has
// to be on PATH.
const platforms = ["linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64", "windows-amd64", "windows-arm64"];
const name = "pulumi-resource-remoteit";
const { version } = JSON.parse(readFileSync(packageFile, "utf8"));
const folder = join(work, "release");

/** Windows starts no script by its first line. */
const launcher = `@node "%~dp0${name}.js" %*\r\n`;

function stage(platform) {
  const staged = join(folder, platform);
  const script = platform.startsWith("windows") ? `${name}.js` : name;
  mkdirSync(staged, { recursive: true });
  cpSync(join(dist, "provider/plugin/main.js"), join(staged, script));
  chmodSync(join(staged, script), 0o755);
  cpSync(join(dist, "provider/plugin/THIRD-PARTY.txt"), join(staged, "THIRD-PARTY.txt"));
  cpSync(join(root, "LICENSE"), join(staged, "LICENSE"));
  if (script !== name) writeFileSync(join(staged, `${name}.cmd`), launcher);
  return { staged, files: [...(script === name ? [] : [`${name}.cmd`]), script, "LICENSE", "THIRD-PARTY.txt"] };
}

/** The same bytes for the same content, whenever and wherever it is made. */
async function archive(platform) {
  const { staged, files } = stage(platform);
  const file = `${name}-v${version}-${platform}.tar.gz`;
  await create({ file: join(folder, file), cwd: staged, gzip: true, portable: true, mtime: new Date(0) }, files);
  rmSync(staged, { recursive: true });
  return file;
}

function npmPackage() {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const npm = execFileSync("npm", args, { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  const [{ filename }] = JSON.parse(npm);
  return filename;
}

/** A line as sha256sum checks it. */
function sumOf(file) {
  return `${createHash("sha256")
    .update(readFileSync(join(folder, file)))
    .digest("hex")}  ${file}\n`;
}

async function release() {
  if (!(await build())) throw new Error("The types are wrong, see above: nothing was archived.");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = [npmPackage()];
  for (const platform of platforms) files.push(await archive(platform));
  writeFileSync(join(folder, `${name}-v${version}-checksums.txt`), files.map(sumOf).join(""));
  console.log(folder);
}

await release().catch(fail);
