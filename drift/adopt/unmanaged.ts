import type { ReadOnlyContext } from "../../provider/domains";
import { inBatches } from "../../provider/inventory";
import { type AnyLive, type Kind, kinds } from "../kinds";
import type { Finding } from "../report";

/** A thing that no stack manages, as the account holds it now. */
export interface Unmanaged {
  kind: Kind;
  live: AnyLive;
}

/** Reads what the report calls unmanaged, by ids, in the order of the kinds. What has gone meanwhile is left out. */
export async function readUnmanaged(context: ReadOnlyContext, findings: readonly Finding[]): Promise<Unmanaged[]> {
  const all: Unmanaged[] = [];
  for (const [type, kind] of kinds) {
    const ids = findings.filter((one) => one.status === "unmanaged" && one.type === type).map(({ id }) => id);
    const found = await readByIds(context, kind, ids);
    all.push(...found.sort(byId).map((live) => ({ kind, live })));
  }
  return all;
}

async function readByIds(context: ReadOnlyContext, { byIds, read }: Kind, ids: readonly string[]): Promise<AnyLive[]> {
  if (!byIds) {
    const found = await Promise.all(ids.map((id) => read(context, id, {})));
    return found.filter((live) => live !== undefined);
  }
  const all: AnyLive[] = [];
  for (const batch of inBatches(ids)) {
    const { found, failed } = await byIds(context, batch);
    for (const error of failed.values()) throw error;
    all.push(...found);
  }
  return all;
}

/** Of equal names all but the first get an addition, by this order: so it is the same in every run. */
const byId = (one: AnyLive, other: AnyLive) => (one.id < other.id ? -1 : 1);
