import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";
import { dist, packageFile, root, work } from "./paths.mjs";

/** Where what is packed lies. */
const packed = [dist, packageFile, join(root, "docs"), join(root, "provider/plugin")];

/** Another SDK than the project's own, with all that it needs: the node_modules that it is in. `npm run matrix` gives it. */
const otherSdk = process.env.MATRIX_SDK;

/**
 * A folder where a program finds this package as its user does: a real copy of what `npm pack` packs, under node_modules
 * (Pulumi stores a provider as `require("pulumi-remoteit/…")` only when its real path lies there; a link would not do).
 * The same holds for the SDK, which asks from its own place what the package's name is for that file. Everything else is
 * found by walking up to the repository's own node_modules. The folder's name is its content.
 */
export async function consumer() {
  await build();
  return withLock("consumer", () => {
    const content = fingerprint(root, [...packed, fileURLToPath(import.meta.url)]);
    const folder = join(work, `consumer-${content}${otherSdk ? `-${basename(dirname(otherSdk))}` : ""}`);
    if (!existsSync(folder)) {
      removeOlder();
      const next = join(work, `consumer-next-${process.pid}`);
      install(next);
      renameSync(next, folder);
    }
    return folder;
  });
}

/** Another run may still be using the copy of a moment ago; one of yesterday is nobody's. */
function removeOlder() {
  const yesterday = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(work)) {
    const folder = join(work, name);
    if (name.startsWith("consumer-") && statSync(folder).mtimeMs < yesterday) rmSync(folder, { recursive: true, force: true });
  }
}

function install(next) {
  const modules = join(next, "node_modules");
  rmSync(next, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  const npm = run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", next], root);
  const [{ filename }] = JSON.parse(npm);
  run("tar", ["-xzf", join(next, filename), "-C", modules], next);
  renameSync(join(modules, "package"), join(modules, "pulumi-remoteit"));
  linkCommand(modules);
  // A package of its own: below ours, Node would take our name for a reference of the package to itself.
  writeFileSync(join(next, "package.json"), JSON.stringify({ name: "consumer", private: true }));
  if (otherSdk) linkTree(otherSdk, modules);
  else linkTree(join(root, "node_modules/@pulumi/pulumi"), join(modules, "@pulumi/pulumi"));
}

/** `npx pulumi-remoteit` finds it there, from any folder below. */
function linkCommand(modules) {
  mkdirSync(join(modules, ".bin"));
  chmodSync(join(modules, "pulumi-remoteit/dist/cli/main.js"), 0o755);
  symlinkSync("../pulumi-remoteit/dist/cli/main.js", join(modules, ".bin/pulumi-remoteit"));
}

/** A copy by hard links: real paths of its own, in milliseconds. */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isFile()) linkSync(source, target);
  }
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? stderr}`);
}
