import { type DeviceFilter, idKey, inBatches } from "../../provider/inventory";
import type { ReadOnlyContext } from "../../provider/domains";
import { type Kind, kinds } from "../kinds";
import type { Entry, ResourceIndex } from "./resource-index";
import type { Reading } from "./read";
import { anotherAccount, obstacleIn, unknownKind } from "./reasons";
import { wasTakenOut } from "./scope";

/** Settles what the scan of the account did not show: by its id, where it could have shown it. */
export async function confirm(
  context: ReadOnlyContext,
  index: ResourceIndex,
  reading: Reading,
  filter: DeviceFilter | undefined,
): Promise<void> {
  const own = index.unjudged().filter((entry) => {
    const { type, accountId } = entry.resource;
    const isForeign = accountId !== undefined && accountId !== reading.account.id;
    if (isForeign) reading.notChecked(entry, anotherAccount(accountId, reading.account.id));
    else if (!kinds.has(type)) reading.notChecked(entry, unknownKind(type));
    return !entry.isSettled;
  });
  for (const [type, kind] of kinds) {
    const entries = own.filter(({ resource }) => resource.type === type);
    const { byIds } = kind;
    if (byIds)
      for (const batch of inBatches(entries)) await confirmBatch(context, index, reading, filter, { type, byIds }, batch);
    else entries.forEach(filter ? reading.leaveOut : (entry) => settleUnshown(reading, entry));
  }
}

async function confirmBatch(
  context: ReadOnlyContext,
  index: ResourceIndex,
  reading: Reading,
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
    if (failures.has(key)) reading.notChecked(entry, obstacleIn(failures.get(key)));
  }
  for (const live of found) {
    const entries = index.of(type, live.id);
    if (!filter || entries.some((entry) => wasTakenOut(filter, entry, live))) reading.met(type, live);
    else entries.forEach(reading.leaveOut);
  }
  for (const entry of batch) if (!entry.isSettled) reading.missing(entry);
}

/** Of a kind that was listed as a whole: what was not shown is missing, unless there is nothing to show. */
function settleUnshown({ inSync, missing }: Reading, entry: Entry): void {
  (entry.resource.isUnseen ? inSync : missing)(entry);
}
