import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

export interface Drift {
  /** 0 in sync, 2 drift. */
  code: number;
  report: string;
}

/** Runs `pulumi-remoteit drift` with the packed package of the folder above. Rejects with what it says when it fails. */
export async function drift(cwd: string, env: NodeJS.ProcessEnv, args: readonly string[]): Promise<Drift> {
  const main = join(cwd, "../node_modules/pulumi-remoteit/dist/cli/main.js");
  const child = spawn(process.execPath, [main, "drift", "--no-step-summary", ...args], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close") as Promise<[code: number | null]>;
  const [[code], report, errors] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
  if (code !== 0 && code !== 2) throw new Error(`pulumi-remoteit drift ended with code ${String(code)}: ${errors}`);
  return { code, report };
}
