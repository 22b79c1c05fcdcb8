import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { engineVersion } from "./folder.mjs";
import { say } from "../../lib/report.mjs";

const main = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";

/** pkg/v3 replaces its clipboard library, and a replacement counts in the main module alone. */
const goMod = `module engine

go 1.25

require (
	github.com/pulumi/pulumi/pkg/v3 v${engineVersion}
	github.com/pulumi/pulumi/sdk/v3 v${engineVersion}
)

replace github.com/atotto/clipboard => github.com/tgummerer/clipboard v0.0.0-20241001131231-d02d263e614e
`;

/**
 * Builds the bare CLI, for machines that reach a Go module proxy but not Pulumi's download site. With the helper script
 * for dynamic providers beside it, it runs inline programs of the Automation API. Returns why it failed, or undefined.
 */
export function buildEngine(folder) {
  if (spawnSync("go", ["version"]).status !== 0) return "there is no Go on PATH";
  say(`building Pulumi ${engineVersion} through the Go module proxy (four to eight minutes) …`);
  const source = mkdtempSync(join(tmpdir(), "pulumi-engine-"));
  try {
    writeFileSync(join(source, "go.mod"), goMod);
    writeFileSync(join(source, "tools.go"), `//go:build tools\n\npackage engine\n\nimport _ "${main}"\n`);
    const next = join(source, "built");
    mkdirSync(next);
    const stamp = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`;
    go(source, ["build", "-ldflags", stamp, "-o", join(next, process.platform === "win32" ? "pulumi.exe" : "pulumi"), main]);
    const { stdout } = go(source, ["list", "-m", "-f", "{{.Dir}}", "github.com/pulumi/pulumi/sdk/v3"]);
    copyHelper(join(stdout.trim(), "nodejs", "dist"), next);
    mkdirSync(dirname(folder), { recursive: true });
    const beside = `${folder}.${process.pid}`; // another checkout may be at the same
    cpSync(next, beside, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
    return undefined;
  } catch (error) {
    return error.message;
  } finally {
    rmSync(source, { recursive: true, force: true });
  }
}

function go(cwd, args) {
  const ran = spawnSync("go", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, GOFLAGS: "-mod=mod -buildvcs=false" },
  });
  if (ran.status === 0) return ran;
  throw new Error(`go ${args[0]} failed${ran.error ? `: ${ran.error.message}` : "; what it says is above"}`);
}

/** Starts the process that runs dynamic providers. The module proxy's archives know no executable files. */
function copyHelper(from, to) {
  const name = `pulumi-resource-pulumi-nodejs${process.platform === "win32" ? ".cmd" : ""}`;
  cpSync(join(from, name), join(to, name));
  chmodSync(join(to, name), 0o755);
}
