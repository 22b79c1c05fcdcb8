import { RequestLimitError, WrongAccountError } from "../../provider/core/errors";
import type { ReadOnlyContext } from "../../provider/domains";
import { listed } from "../listed";
import type { Report } from "../report";
import type { DriftOptions } from "../options";
import { confirm } from "./confirm";
import { accountOf, kinds } from "../kinds";
import type { ResourceIndex } from "./resource-index";
import { obstacleIn } from "./reasons";
import { createRecorder, type Recorder } from "./recorder";

export interface Reading extends Recorder {
  account: Report["account"];
  warnings: string[];
}

const about = { what: "Read the account" };

/**
 * Reads the account once, page by page, and judges what it sees as it comes: of the account only findings are kept. What
 * the pages do not show is asked for by its id before it counts as missing, since others work on the account meanwhile.
 */
export async function readAccount(context: ReadOnlyContext, index: ResourceIndex, options: DriftOptions): Promise<Reading> {
  const reading = await readPages(context, index, options);
  if (options.filter === undefined) await readOthers(context, index, reading);
  await confirm(context, index, reading, options.filter);
  return reading;
}

async function readPages(
  context: ReadOnlyContext,
  index: ResourceIndex,
  { filter = {}, progress }: DriftOptions,
): Promise<Reading> {
  let reading: Reading | undefined;
  let [done, total] = [0, 0];
  try {
    for await (const page of context.inventory.pages(filter, about)) {
      const account = { id: page.accountId, ...(page.email !== undefined && { email: page.email }) };
      reading ??= opened(index, account);
      for (const [type, { inPage }] of kinds) for (const live of inPage?.(page) ?? []) reading.met(type, live);
      done += page.devices.length;
      total = page.total;
      progress?.(done, total);
    }
  } catch (error) {
    if (!reading || !(error instanceof RequestLimitError)) throw error;
    reading.warnings.push(
      `Only ${done} of ${total} devices were read: ${error.why} Unmanaged ones and the coverage are of these.`,
    );
    return reading;
  }
  if (!reading) throw new Error("The list of devices has no first page.");
  if (done < total) {
    reading.warnings.push(`The list of devices changed while it was read: ${done} of ${total} were seen.`);
  }
  return reading;
}

function opened(index: ResourceIndex, account: Reading["account"]): Reading {
  const { accounts } = index;
  // With a wrong key nothing would be checked, and a pipeline would take that for good news.
  if (accounts.size > 0 && !accounts.has(account.id)) {
    throw new WrongAccountError({
      what: "Compare with the account",
      subject: account.id,
      why: `Nothing that is managed belongs to it; all of it was made in ${listed([...accounts])}.`,
      remedy: "Use an access key of that account, or set accountId to it.",
    });
  }
  return { account, warnings: [], ...createRecorder(index, account) };
}

/** The kinds that stand in no page: a list each. */
async function readOthers(context: ReadOnlyContext, index: ResourceIndex, reading: Reading): Promise<void> {
  for (const [type, kind] of kinds) {
    if (kind.inPage) continue;
    try {
      for await (const live of kind.list(context)) if (accountOf(live) === reading.account.id) reading.met(type, live);
    } catch (error) {
      const obstacle = obstacleIn(error);
      for (const entry of index.unjudged()) if (entry.resource.type === type) reading.notChecked(entry, obstacle);
    }
  }
}
