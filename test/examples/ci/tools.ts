import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../../engine/support";

/** A tool by the path it can be run from, or why it is not there. */
export type Tool = { path: string } | { missing: string };

const ACTIONLINT = "v1.7.12";

/** actionlint from PATH, or built into .work/ through the Go module proxy, once. */
export function actionlint(): Tool {
  if (runs("actionlint")) return { path: "actionlint" };
  const GOBIN = join(repository, ".work", `actionlint-${ACTIONLINT}`);
  const path = join(GOBIN, "actionlint");
  if (runs(path)) return { path };
  const env = { ...process.env, GOBIN, GOFLAGS: "" };
  const go = spawnSync("go", ["install", `github.com/rhysd/actionlint/cmd/actionlint@${ACTIONLINT}`], { env, timeout: 240_000 });
  if (go.error) return { missing: "needs actionlint on PATH, or Go to build it" };
  return runs(path) ? { path } : { missing: "needs actionlint on PATH; go install could not build it" };
}

export const shellcheck = (): Tool =>
  runs("shellcheck") ? { path: "shellcheck" } : { missing: "needs shellcheck on PATH (Debian: shellcheck)" };

const runs = (path: string) => spawnSync(path, ["--version"]).status === 0;

/** `test`, where the tool is there; elsewhere it shows as skipped, with the reason. */
export function testWith(tool: Tool, name: string, body: (path: string) => Promise<void>): void {
  if ("path" in tool) test(name, () => body(tool.path));
  else test.skip(`${name} (${tool.missing})`, () => undefined);
}
