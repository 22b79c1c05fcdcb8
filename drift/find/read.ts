import { RequestLimitError, WrongAccountError } from "../../provider/core/errors";
import type { ReadOnlyContext } from "../../provider/domains";
import type { DeviceFilter } from "../../provider/inventory";
import { listed } from "../texts";
import { confirm } from "./confirm";
import { accountOf, kinds } from "../kinds";
import type { ResourceIndex } from "./resource-index";
import { obstacleIn } from "./obstacles";
import { createFindings, type Findings } from "./findings";

export interface DriftOptions {
  /**
   * Only devices that match, with their services, as remote.it itself filters. The webhook is left out then; a managed device
   * that does not match is not counted.
   */
  filter?: DeviceFilter;
  /** The most requests to send, 1 or more. What could not be read within is not checked. Default: as many as it takes. */
  maxRequests?: number;
  /** Ends the reading; findDrift then rejects with its reason. */
  signal?: AbortSignal;
  /** Hears how many of the account's devices were read. */
  progress?: (done: number, total: number) => void;
}

const about = { what: "Reading the account" };

/**
 * Reads the account once, page by page, and judges what it sees as it comes: of the account only findings are kept. What
 * the pages do not show is asked for by its id before it counts as missing, since others work on the account meanwhile.
 */
export async function readAccount(context: ReadOnlyContext, index: ResourceIndex, options: DriftOptions): Promise<Findings> {
  const found = await readPages(context, index, options);
  if (options.filter === undefined) await readOthers(context, index, found);
  await confirm(context, index, found, options.filter);
  return found;
}

async function readPages(context: ReadOnlyContext, index: ResourceIndex, { filter, progress }: DriftOptions): Promise<Findings> {
  // A filter is one of devices: what belongs to none of them is out of its scope.
  const inScope = [...kinds].filter(([, { device }]) => filter === undefined || device !== undefined);
  let found: Findings | undefined;
  let [done, total] = [0, 0];
  try {
    for await (const page of context.inventory.pages(filter ?? {}, about)) {
      const account = { id: page.accountId, ...(page.email !== undefined && { email: page.email }) };
      found ??= opened(index, account);
      for (const [type, { inPage }] of inScope) for (const live of inPage?.(page) ?? []) found.met(type, live);
      done += page.devices.length;
      total = page.total;
      progress?.(done, total);
    }
  } catch (error) {
    if (!found || !(error instanceof RequestLimitError)) throw error;
    found.warnings.push(
      `Only ${done} of ${total} devices were read: ${error.why} What is unmanaged and the coverage refer to these alone.`,
    );
    return found;
  }
  if (!found) throw new Error("The list of devices has no first page.");
  if (done < total) {
    found.warnings.push(`The list of devices changed while it was read: ${done} of ${total} were seen.`);
  }
  return found;
}

function opened(index: ResourceIndex, account: Findings["account"]): Findings {
  const { accounts } = index;
  // With a wrong key nothing would be checked, and a pipeline would take that for good news.
  if (accounts.size > 0 && !accounts.has(account.id)) {
    throw new WrongAccountError({
      what: "Comparing with account",
      subject: account.id,
      why: `Nothing managed belongs to it; everything was made in ${listed([...accounts])}.`,
      remedy: "Use an access key of that account, or set accountId to it.",
    });
  }
  return createFindings(index, account);
}

/** The kinds that stand in no page: a list each. */
async function readOthers(context: ReadOnlyContext, index: ResourceIndex, found: Findings): Promise<void> {
  for (const [type, kind] of kinds) {
    if (kind.inPage) continue;
    try {
      for await (const live of kind.list(context)) if (accountOf(live) === found.account.id) found.met(type, live);
    } catch (error) {
      const obstacle = obstacleIn(error);
      for (const entry of index.unjudged()) if (entry.resource.type === type) found.notChecked(entry, obstacle);
    }
  }
}
