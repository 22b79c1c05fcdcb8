import type { RequestLabel } from "../client";

/** Ids in one request. */
export const BATCH = 500;

export function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));
}

/** What one request by ids found. */
export interface Batch<T> {
  accountId: string;
  items: T[];
  /** How many devices the account has, where it was asked for. */
  total: number | undefined;
}

export type ReadBatch<T> = (ids: string[], withTotal: boolean, about: RequestLabel) => Promise<Batch<T>>;
