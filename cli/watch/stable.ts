import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { counts, type Finding, type Report, type Section } from "../../drift";
import type { AlertStore } from "../../drift/watch";
import type { Source, Watched } from "./source";

/** A comparison in which everything new was also there when the stacks were read once more. */
export interface StableComparison {
  report: Report;
  /** Of its findings, those that count and no rule hides. */
  wanted: Finding[];
  /** The report without what a rule hides. */
  shown: Report;
}

/** Pulumi is changing the stacks: what seems to drift may be what it does. */
export class InWork extends Error {
  override name = "InWork";
}

/** Comparisons while Pulumi works on the stacks, before it is left for later. */
const ROUNDS = 3;

export interface StableOptions {
  source: Source;
  alerts: AlertStore;
  failOn: readonly Section[];
  /** Milliseconds between rounds. */
  settle: number;
  signal: AbortSignal;
}

/**
 * Compares, and believes nothing new before the stacks, read once more, are still the same: a `pulumi up` first changes the
 * account and then the state.
 *
 * @throws InWork
 */
export async function compareUntilStable(
  { source, alerts, failOn, settle, signal }: StableOptions,
  find: (watched: Watched) => Promise<Report>,
): Promise<StableComparison> {
  let watched = source.latest();
  for (let round = 1; ; round += 1) {
    const report = await find(watched);
    const shown = watched.hide(report);
    const wanted = shown.findings.filter((finding) => counts(finding, failOn));
    const fresh = alerts.fresh(wanted);
    if (fresh.length === 0) return { report, wanted, shown };
    const before = watched;
    watched = await source.read();
    const isSame = isDeepStrictEqual(watched.stacks, before.stacks);
    // Where Pulumi was interrupted it stays so: then waiting has to end.
    if (isSame && (round === ROUNDS || !isInWork(fresh, watched))) return { report, wanted, shown };
    if (round === ROUNDS) throw new InWork("Pulumi is working on the stacks");
    await sleep(settle, undefined, { signal });
  }
}

function isInWork(fresh: readonly Finding[], { stacks }: Watched): boolean {
  const urns = new Set(stacks.flatMap(({ interrupted }) => interrupted));
  return fresh.some(({ urn }) => urn !== undefined && urns.has(urn));
}
