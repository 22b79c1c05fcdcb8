import type { CliAccount, RunOptions } from "../support";

export interface Probed {
  name: string;
  about: string;
  question: string;
  assumed: string;
  status: string;
  answer?: string;
  does?: string;
  consequence?: string;
  details?: string[];
  why?: string;
}

export interface Report {
  formatVersion: number;
  version: string;
  node: string;
  endpoint: string;
  wrote: boolean;
  outcome: string;
  probes: Probed[];
}

/** Runs the command and reads its JSON. */
export async function conformance(account: CliAccount, args: string[] = [], options: RunOptions = {}) {
  const ended = await account.cli(["conformance", "--format", "json", ...args], options);
  const report = JSON.parse(ended.stdout) as Report;
  return { ...ended, report, byName: Object.fromEntries(report.probes.map((one) => [one.name, one])) };
}
