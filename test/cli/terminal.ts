import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { main, type RunOptions } from "./support";

/** Whether this machine has a `script` that gives a program a pseudo-terminal (util-linux). */
const hasScript = (() => {
  try {
    return execFileSync("script", ["--version"], { encoding: "utf8" }).includes("util-linux");
  } catch {
    return false;
  }
})();

/** `describe`, where a pseudo-terminal can be had; elsewhere the tests show as skipped, with the reason. */
export function describeOnTerminal(name: string, tests: () => void): void {
  if (hasScript) describe(name, tests);
  else describe.skip(`${name} (needs the command script of util-linux)`, tests);
}

/** What a terminal gets to see of a line of a shell, in which `$cli` is the command. */
export async function onTerminal(line: string, { cwd, env }: RunOptions): Promise<{ code: number | null; seen: string }> {
  const shown = { ...env, TERM: "xterm-256color", cli: `${process.execPath} ${main()}` };
  const child = spawn("script", ["--quiet", "--return", "--command", line, "/dev/null"], {
    cwd,
    env: shown,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let seen = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (seen += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, seen };
}
