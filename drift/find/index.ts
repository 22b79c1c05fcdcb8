import { operate } from "../../provider/client";
import type { ReadOnlyContext } from "../../provider/domains";
import { byName, bySection, managedIn, type Report, summaryOf } from "../report";
import type { StackState } from "../state/stack";
import { indexOf } from "./resource-index";
import { type DriftOptions, readAccount } from "./read";

/**
 * Compares what the stacks declare with what the account holds. It sends one request for each 1,000 devices, one for the
 * webhook, at most one for each other kind that is looked for and stands in no such list, and one for each 500 resources that the list
 * of devices does not show; it changes nothing.
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
  const { account, findings, inSync, inFleets, warnings, notLookedAt } = await readAccount(context, index, options);
  return {
    stacks: stacks.map(({ name }) => name),
    account,
    summary: summaryOf(findings, inSync, managedIn(findings, inSync, inFleets())),
    findings: findings.sort(bySection),
    inSync: inSync.sort(byName),
    inFleets: inFleets(),
    hidden: 0,
    warnings,
    ...(notLookedAt.length > 0 && { notLookedAt }),
  };
}
