import { type DeviceFilter, idKey, inBatches } from "../../provider/inventory";
import type { ReadOnlyContext } from "../../provider/resources";
import { type AnyLive, type Kind, kinds } from "../kinds";
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
    if (kind.byIds) for (const batch of inBatches(entries)) await confirmBatch(context, index, reading, filter, kind, batch);
    else entries.forEach(filter ? reading.leaveOut : (entry) => settleUnshown(reading, entry));
  }
}

async function confirmBatch(
  context: ReadOnlyContext,
  index: ResourceIndex,
  reading: Reading,
  filter: DeviceFilter | undefined,
  { type, byIds }: Kind,
  batch: Entry[],
): Promise<void> {
  let found: Iterable<AnyLive> = [];
  let failed: ReadonlyMap<string, unknown> = new Map();
  try {
    const ids = new Map(batch.map(({ resource }) => [idKey(resource.id), resource.id]));
    ({ found, failed } = (await byIds?.(context, [...ids.values()])) ?? { found, failed });
  } catch (error) {
    const obstacle = obstacleIn(error);
    for (const entry of batch) reading.notChecked(entry, obstacle);
    return;
  }
  const obstacles = new Map([...failed].map(([id, error]) => [idKey(id), obstacleIn(error)]));
  for (const entry of batch) {
    const obstacle = obstacles.get(idKey(entry.resource.id));
    if (obstacle) reading.notChecked(entry, obstacle);
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
