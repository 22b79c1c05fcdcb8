import { type DeviceFilter, idKey, inBatches } from "../../provider/inventory";
import type { ReadOnlyContext } from "../../provider/domains";
import { type AnyLive, type Kind, kinds } from "../kinds";
import type { Entry, ResourceIndex } from "./resource-index";
import type { Findings } from "./findings";
import { anotherAccount, obstacleIn, unknownKind } from "./obstacles";
import type { Hints } from "../../provider/core/field";
import { sameTags } from "../../provider/domains/tags/device-tags";
import { compare } from "../compare";

/** Judges what the scan of the account did not show: by its id, where it could have shown it. */
export async function confirm(
  context: ReadOnlyContext,
  index: ResourceIndex,
  findings: Findings,
  filter: DeviceFilter | undefined,
): Promise<void> {
  const own = index.unjudged().filter((entry) => {
    const { type, accountId } = entry.resource;
    const isForeign = accountId !== undefined && accountId !== findings.account.id;
    if (isForeign) findings.notChecked(entry, anotherAccount(accountId, findings.account.id));
    else if (!kinds.has(type)) findings.notChecked(entry, unknownKind(type));
    return !entry.isJudged;
  });
  for (const [type, kind] of kinds) {
    const entries = own.filter(({ resource }) => resource.type === type);
    const { byIds } = kind;
    if (byIds)
      for (const batch of inBatches(entries)) await confirmBatch(context, index, findings, filter, { type, byIds }, batch);
    else entries.forEach(filter ? findings.leaveOut : (entry) => judgeUnshown(findings, entry));
  }
}

async function confirmBatch(
  context: ReadOnlyContext,
  index: ResourceIndex,
  findings: Findings,
  filter: DeviceFilter | undefined,
  { type, byIds }: Required<Pick<Kind, "type" | "byIds">>,
  batch: Entry[],
): Promise<void> {
  const ids = [...new Map(batch.map(({ resource }) => [idKey(resource.id), resource.id])).values()];
  // What fails the whole request fails each of them.
  const { found, failed } = await byIds(context, ids).catch((error: unknown) => ({
    found: [],
    failed: new Map(ids.map((id) => [id, error])),
  }));
  const failures = new Map([...failed].map(([id, error]) => [idKey(id), error]));
  for (const entry of batch) {
    const key = idKey(entry.resource.id);
    if (failures.has(key)) findings.notChecked(entry, obstacleIn(failures.get(key)));
  }
  for (const live of found) {
    const entries = index.of(type, live.id);
    if (!filter || entries.some((entry) => wasTakenOut(filter, entry, live))) findings.met(type, live);
    else entries.forEach(findings.leaveOut);
  }
  for (const entry of batch) if (!entry.isJudged) findings.missing(entry);
}

/** Of a kind that was listed as a whole: what was not shown is missing, unless there is nothing to show. */
function judgeUnshown({ asDeclared, missing }: Findings, entry: Entry): void {
  (entry.resource.isUnseen ? asDeclared : missing)(entry);
}

/**
 * Whether a device is out of the scope only because somebody changed what the program declares: the tag or the name that
 * the filter asks for. That is drift, and the scope must not hide it.
 */
function wasTakenOut(filter: DeviceFilter, entry: Entry, live: AnyLive): boolean {
  const { tags, name } = entry.resource.inputs;
  const isDeclaredIn = {
    tags: filter.tag ? matchesTag(filter.tag, tags, live.hints) : false,
    name: typeof filter.name === "string" && typeof name === "string" ? includes(name, filter.name) : false,
  };
  return compare(entry.resource, live).changes.some(({ path }) => isDeclaredIn[path as keyof typeof isDeclaredIn]);
}

function matchesTag(
  { operator, values }: NonNullable<DeviceFilter["tag"]>,
  declared: unknown,
  hints: Hints | undefined,
): boolean {
  if (!Array.isArray(declared)) return false;
  const names = declared.filter((tag) => typeof tag === "string");
  const isDeclared = (tag: unknown) => names.some((one) => sameTags([one], [String(tag)], hints));
  return operator === "ALL" ? values.every(isDeclared) : values.some(isDeclared);
}

/** As remote.it is taken to look for a name: a part of it, in any case. */
const includes = (name: string, part: string): boolean => name.toLowerCase().includes(part.toLowerCase());
