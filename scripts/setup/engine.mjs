import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { buildEngine } from "./engine/build.mjs";
import { engineFolder } from "./engine/folder.mjs";
import { downloadEngine } from "./engine/download.mjs";
import { withLock } from "../lib/lock.mjs";
import { root, work } from "../lib/paths.mjs";
import { say } from "../lib/report.mjs";

/** Dynamic providers of installed packages are found again from this version on, whatever the package manager. */
const oldest = [3, 251, 0];

/**
 * Finds a Pulumi engine, or brings one: on PATH, else from an earlier set-up, else by Pulumi's own installer, else built
 * through the Go module proxy. Writes what it found to .work/engine.json, where tests and scripts look for it.
 *
 * @returns `{ folder, version, languageHost, from }`: `folder` is empty for the one on PATH; `languageHost` says whether
 * `pulumi up` runs a program by itself.
 */
export async function setUpEngine() {
  const engine = (await withLock("engine", find)) ?? impossible();
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, "engine.json"), JSON.stringify(engine, null, 2));
  return engine;
}

const refusals = [];

async function find() {
  const folder = engineFolder();
  const download = join(folder, "official", "bin");
  const built = join(folder, "built");
  return (
    look("", "on PATH") ??
    look(download, "from Pulumi's installer") ??
    look(built, "built from the Go modules") ??
    (tried("Pulumi's installer", await downloadEngine(join(folder, "official"))) && look(download, "from Pulumi's installer")) ??
    (tried("a build through the Go module proxy", buildEngine(built)) && look(built, "built from the Go modules"))
  );
}

/** The engine in a folder, or on PATH without one; undefined where there is none that serves. */
function look(folder, from) {
  const { status, stdout } = spawnSync(folder ? join(folder, "pulumi") : "pulumi", ["version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  if (status !== 0) return undefined;
  const version = stdout.trim().replace(/^v/, "");
  if (isOlder(version)) {
    say(`the Pulumi ${from} is ${version}; ${oldest.join(".")} or newer is needed, so it is left alone`);
    return undefined;
  }
  if (!isExecutable(["pulumi-resource-pulumi-nodejs", "pulumi-resource-pulumi-nodejs.cmd"], folder)) {
    say(`the Pulumi ${from} came without pulumi-resource-pulumi-nodejs, which runs dynamic providers, so it is left alone`);
    return undefined;
  }
  return {
    folder,
    version,
    from,
    languageHost: isExecutable(["pulumi-language-nodejs", "pulumi-language-nodejs.exe"], folder),
  };
}

function isOlder(version) {
  const parts = version.split(/[.-]/).map(Number);
  const index = oldest.findIndex((part, place) => part !== parts[place]);
  return index >= 0 && !(parts[index] > oldest[index]);
}

function isExecutable(names, folder) {
  const folders = [folder, ...(process.env.PATH ?? "").split(delimiter)].filter(Boolean);
  return folders.some((path) => names.some((name) => canRun(join(path, name))));
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Undefined, with the reason kept, where a way did not lead to an engine. */
function tried(way, failure) {
  if (failure === undefined) return true;
  say(`${way}: ${failure}`);
  refusals.push(`${way}: ${failure}`);
  return undefined;
}

function impossible() {
  throw new Error(
    `There is no Pulumi engine, and none could be had:\n  - on PATH: none that serves\n${refusals.map((text) => `  - ${text}`).join("\n")}\nInstall Pulumi ${oldest.join(".")} or newer (https://www.pulumi.com/docs/install/), or Go, and run again in ${root}.`,
  );
}
