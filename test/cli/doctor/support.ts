import type { CliAccount, RunOptions } from "../support";

export interface Check {
  status: "ok" | "warning" | "failed" | "skipped";
  message: string;
  remedy?: string;
}

/** The checks by their names. No key stands in them. */
export async function examine(account: CliAccount, options: RunOptions = {}, ...args: string[]) {
  const { code, stdout, stderr } = await account.cli(["doctor", "--json", ...args], options);
  const { formatVersion, ok, checks } = JSON.parse(stdout) as {
    formatVersion: number;
    ok: boolean;
    checks: (Check & { check: string })[];
  };
  expect({ formatVersion, stderr, ok }).toEqual({ formatVersion: 1, stderr: "", ok: code === 0 });
  expect(stdout).not.toContain(account.sandbox.secretAccessKey);
  expect(stdout).not.toContain(account.sandbox.accessKeyId);
  return { code, checks: Object.fromEntries(checks.map(({ check, ...rest }): [string, Check] => [check, rest])) };
}

export const statusesOf = (checks: Record<string, Check>, status: Check["status"]) =>
  Object.keys(checks).filter((name) => checks[name]?.status === status);

export const holds = (text: string) => expect.stringContaining(text) as unknown;
export const matches = (text: RegExp) => expect.stringMatching(text) as unknown;
