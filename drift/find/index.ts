import { operate } from "../../provider/client";
import type { ReadOnlyContext } from "../../provider/domains";
import type { DriftOptions } from "../options";
import { byName, byStatus } from "../order";
import type { Report } from "../report";
import type { StackState } from "../state/stack";
import { managedIn, summaryOf } from "../summary";
import { indexOf } from "./resource-index";
import { readAccount } from "./read";

/**
 * Compares what the stacks declare with what the account holds. It sends one request for each 1,000 devices, one for the
 * webhook, and one for each 500 resources that the list of devices does not show; it changes nothing.
 *
 * @param stacks - Several at once, of one account: what one of them manages is not unmanaged.
 * @throws A class of provider/core/errors where the account cannot be read; the reason of the signal once that is aborted.
 */
export function findDrift(context: ReadOnlyContext, stacks: readonly StackState[], options: DriftOptions = {}): Promise<Report> {
  const { signal, maxRequests } = options;
  return operate(() => find(context, stacks, options), { waitSeconds: Number.POSITIVE_INFINITY, signal, maxRequests });
}

async function find(context: ReadOnlyContext, stacks: readonly StackState[], options: DriftOptions): Promise<Report> {
  const index = indexOf(stacks);
  const { account, results, warnings } = await readAccount(context, index, options);
  const { findings, inSync } = results;
  return {
    stacks: stacks.map(({ name }) => name),
    account,
    summary: summaryOf(findings, inSync, managedIn(findings, inSync)),
    findings: findings.sort(byStatus),
    inSync: inSync.sort(byName),
    hidden: 0,
    warnings: [...index.warnings, ...warnings],
  };
}
