import { RequestLimitError, WrongAccountError } from "../../provider/core/errors";
import type { ReadOnlyContext } from "../../provider/domains";
import type { DeviceFilter } from "../../provider/inventory";
import { listed } from "../texts";
import { confirm } from "./confirm";
import { accountOf, type AnyLive, isLookedForUnasked, type Kind, listable } from "../kinds";
import { createJudging, type Judging } from "./judging";
import type { ResourceIndex } from "./resource-index";
import { obstacleIn } from "./obstacles";
import { createFindings, type Findings } from "./findings";

export interface DriftOptions {
  /**
   * Only devices that match, with their services, as remote.it itself filters. What belongs to no device, as the webhook, is left out
   * then; a managed device that does not match is not counted.
   */
  filter?: DeviceFilter;
  /** Kinds to look for although no stack holds any, beside those that are looked for anyway. */
  kinds?: readonly string[];
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
  const wanted = wantedKinds(index, options);
  const others = othersOf(context, wanted);
  // Beside the pages, unless their requests are to leave some for the others. Not before the first page: the client sends one request
  // alone until it is answered, and that is the one that all the rest wait for.
  const beside = () => {
    if (options.maxRequests === undefined) for (const { read } of others) read().catch(() => undefined);
  };
  const judging = await createJudging(context, index);
  const found = await readPages(context, index, judging, { ...options, wanted, beside });
  const unlisted = new Map<string, unknown>();
  for (const other of others) {
    const error = await judgeOthers(other, index, found);
    if (error !== undefined) unlisted.set(other.type, error);
  }
  for (const [entry, hasFindings] of judging.entries()) if (hasFindings && !entry.isJudged) found.leaveOut(entry);
  await confirm(context, index, found, options.filter);
  const isLookedAt = (kind: Kind) => wanted.includes(kind) && !unlisted.has(kind.type);
  found.notLookedAt.push(...listable.filter((kind) => !isLookedAt(kind)).map(({ type }) => type));
  found.warnings.push(...warnOf(unlisted));
  return found;
}

/** Why kinds could not be listed: once for all of which one request says it. Of a limit whoever has set it knows. */
function warnOf(unlisted: ReadonlyMap<string, unknown>): string[] {
  const types = new Map<string, string[]>();
  for (const [type, error] of unlisted) {
    if (error instanceof RequestLimitError) continue;
    const { reason, remedy } = obstacleIn(error);
    const why = `${reason} ${remedy}`;
    types.set(why, [...(types.get(why) ?? []), type]);
  }
  return [...types].map(([why, all]) => `Nothing was looked for of ${all.join(", ")}. ${why}`);
}

/** The kinds to look for. A filter is one of devices: what belongs to none of them is out of its scope. */
function wantedKinds(index: ResourceIndex, { filter, kinds: named = [] }: DriftOptions): readonly Kind[] {
  const isKnown = (type: string | undefined) => type !== undefined && (index.knows(type) || named.includes(type));
  return listable.filter(
    (kind) =>
      (filter === undefined || kind.device !== undefined) &&
      (isLookedForUnasked(kind) || isKnown(kind.type) || isKnown(kind.partOf)),
  );
}

interface PageOptions extends DriftOptions {
  wanted: readonly Kind[];
  /** Called once the first page is there. */
  beside: () => void;
}

async function readPages(
  context: ReadOnlyContext,
  index: ResourceIndex,
  judging: Judging,
  { filter, progress, wanted, beside }: PageOptions,
): Promise<Findings> {
  let found: Findings | undefined;
  let [done, total] = [0, 0];
  try {
    const compared = new Set([...index.declared, ...judging.compared, ...wanted.flatMap(({ pageParts = [] }) => pageParts)]);
    for await (const page of context.inventory.pages(filter ?? {}, about, compared)) {
      const account = { id: page.accountId, ...(page.email !== undefined && { email: page.email }) };
      if (!found) beside();
      found ??= opened(index, judging, account);
      const { findings, of } = judging.onPage(page);
      found.findings.push(...findings);
      for (const { type, inPage } of wanted) for (const live of inPage?.(page) ?? []) found.met(type, live, of(type, live.id));
      done += page.devices.length;
      total = page.total;
      progress?.(done, total);
    }
  } catch (error) {
    if (!found || !(error instanceof RequestLimitError)) throw error;
    for (const [entry] of judging.entries()) if (!entry.isJudged) found.notChecked(entry, obstacleIn(error));
    found.warnings.push(
      `Only ${done} of ${total} devices were read: ${error.why} What is unmanaged and the coverage refer to these alone.`,
    );
    return found;
  }
  if (!found) throw new Error("The list of devices has no first page.");
  if (done < total) {
    found.warnings.push(`The list of devices changed while it was read: ${done} of ${total} were seen.`);
  }
  found.warnings.push(...judging.warnings());
  return found;
}

function opened(index: ResourceIndex, judging: Judging, account: Findings["account"]): Findings {
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
  const findings = createFindings(index, account, judging.isNamed);
  for (const [entry, obstacle] of judging.obstacles()) findings.notChecked(entry, obstacle);
  return findings;
}

/** The things of a kind that stands in no page: one list. */
interface Other {
  type: string;
  /** Begins it when it is first wanted. */
  read: () => Promise<AnyLive[]>;
}

function othersOf(context: ReadOnlyContext, wanted: readonly Kind[]): Other[] {
  return wanted.flatMap(({ type, inPage, list }) => {
    if (inPage) return [];
    let reading: Promise<AnyLive[]> | undefined;
    return { type, read: () => (reading ??= collect(list(context))) };
  });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** @returns why they could not be listed. */
async function judgeOthers({ type, read }: Other, index: ResourceIndex, found: Findings): Promise<unknown> {
  try {
    for (const live of await read()) if (accountOf(live) === found.account.id) found.met(type, live);
    return undefined;
  } catch (error) {
    const obstacle = obstacleIn(error);
    for (const entry of index.unjudged()) if (entry.resource.type === type) found.notChecked(entry, obstacle);
    return error;
  }
}
