import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { repository, writeFiles } from "../engine/support";

export interface Ran {
  code: number | null;
  stdout: string;
  /** Both streams, in the order they were written. */
  output: string;
}

/**
 * Runs a program to its end as a person would, with the tools of this project on PATH: nothing tells it that a test looks
 * on, since some tools then keep silent. A code other than 0 is an answer.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const { NODE_ENV: _mode, JEST_WORKER_ID: _worker, ...own } = process.env;
  const bin = join(repository, "node_modules/.bin");
  const env = { ...own, PATH: [bin, own["PATH"]].join(delimiter), FORCE_COLOR: "0", ...options.env };
  return new Promise((done, reject) => {
    const child = spawn(command, args, { cwd: options.cwd ?? repository, env, stdio: ["ignore", "pipe", "pipe"] });
    const ran = { stdout: "", output: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      ran.stdout += text;
      ran.output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (ran.output += text));
    child.once("error", reject);
    child.once("close", (code) => done({ code, ...ran }));
  });
}

const folders: string[] = [];

/** A folder of this test file, with these files in it; it goes when the tests are done. */
export function temporaryFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-remoteit-"));
  folders.push(folder);
  writeFiles(folder, files);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
