import type { Settings } from "../../provider/client";
import { openDynamic } from "../../test/adapters/dynamic";
import type { Kept } from "../../test/adapters/provider";
import { settingsFor } from "../../test/client/server";
import { barePages } from "../scan/bare";
import type { Account } from "../support/sandbox-process";

/** What the process is to do: what an engine asks of the provider for an `up` of one fleet, or the bare loop. */
export type Order = { account: Account } & (
  | { fleet: object; kept?: Kept }
  /** The body of a request for a page, as a fleet sends it. */
  | { page: string }
);

/** What it prints at its end. */
export interface Done {
  milliseconds: number;
  /** Peak resident memory, in bytes. */
  memory: number;
  /** The fleet as the engine keeps it then. */
  kept?: Kept;
}

/** Does what is ordered and prints what that took: `process.ts ORDER`. */
async function main([text = ""]: string[]): Promise<void> {
  const order = JSON.parse(text) as Order;
  const { endpoint, accessKeyId, secretAccessKey } = order.account;
  const start = performance.now();
  let kept: Kept | undefined;
  if ("page" in order) await bare(settingsFor(endpoint, { accessKeyId, secretAccessKey }), order.page);
  else kept = await up({ endpoint, accessKeyId, secretAccessKey }, order);
  const done: Done = {
    milliseconds: performance.now() - start,
    memory: process.resourceUsage().maxRSS * 1024,
    ...(kept && { kept }),
  };
  process.stdout.write(JSON.stringify(done));
}

async function up(settings: Record<string, string>, { fleet, kept }: { fleet: object; kept?: Kept }): Promise<Kept> {
  const provider = await openDynamic(settings);
  const { inputs, failures } = await provider.check("Fleet", kept?.inputs, { ...fleet }, false, "all");
  if (failures.length > 0) throw new Error(failures.join("\n"));
  if (kept && !(await provider.diff(kept, inputs, [])).changes) return kept;
  const { id, outputs, reasons } = kept ? await provider.update(kept, inputs, []) : await provider.create("Fleet", "all", inputs);
  if (reasons.length > 0) throw new Error(reasons.join("\n"));
  return { type: "Fleet", id, inputs, outputs, isPartial: false };
}

/** The least that reads the same pages. */
async function bare(settings: Settings, page: string): Promise<void> {
  const pages = barePages(settings, JSON.parse(page) as Parameters<typeof barePages>[1]);
  while (!(await pages.next()).done);
}

void main(process.argv.slice(2));
