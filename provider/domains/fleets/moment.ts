import type { Context } from "../../lifecycle";

export interface Moment {
  /** In milliseconds of `performance.now()`. */
  time: number;
  /** How much this process had written by then. */
  writes: number;
}

/** So long a reading is acted on, in milliseconds: a fleet is changed for hours, and others work on the account too. */
const BELIEVED = 120_000;

export const moment = ({ inventory }: Context): Moment => ({ time: performance.now(), writes: inventory.changes.now() });

/** Whether what was read of these devices at that moment may be acted on by what begins now. */
export const isFresh = (context: Context, at: Moment, ids: readonly string[]): boolean =>
  performance.now() - at.time < BELIEVED && isUntouched(context, at, ids);

/** Whether this process has written nothing to these devices since. */
export const isUntouched = ({ inventory }: Context, { writes }: Moment, ids: readonly string[]): boolean =>
  !inventory.changes.since(writes, ids, ["devices", "services"]);
