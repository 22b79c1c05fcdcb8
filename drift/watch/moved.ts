import type { Delivery } from "./delivery";
import { idKey } from "../../provider/inventory";
import { createRecent } from "./recent";
import { type Scope, scopeOf } from "./scope";
import type { StackState } from "../state/stack";

/** Deliveries that are remembered, so that a repeated one is known. */
const DELIVERIES = 10_000;

/** Ids that no stack knows: how many may wait, and how many that were looked at are remembered. */
const STRANGERS_WAITING = 1_000;
const STRANGERS_KNOWN = 10_000;

/** What became of a delivery. `full`: too many ids that no stack knows wait already. */
export type Noted = "noted" | "repeated" | "not ours" | "full";

/** The devices that moved and are still to be looked at. However many calls come, it stays within its bounds. */
export interface Moved {
  note: (delivery: Delivery) => Noted;
  /** The next ones, those that a stack knows first. */
  take: (most: number) => string[];
  /** Those that were taken and could not be looked at. */
  putBack: (deviceIds: readonly string[]) => void;
  /** What the stacks hold from now on. */
  follow: (stacks: readonly StackState[]) => void;
  deviceOf: Scope["deviceOf"];
  /** Everything was looked at: ids that no stack knows may be asked for once more. */
  forgetStrangers: () => void;
  /** How much is remembered, all in all. */
  size: () => number;
}

/** @param caresForStrangers - Whether ids that no stack knows are looked at, each once: it could be drift that they are there. */
export function createMoved(caresForStrangers: boolean): Moved {
  const deliveries = createRecent(DELIVERIES);
  const known = createRecent(STRANGERS_KNOWN);
  const waiting = new Set<string>();
  const strangers = new Set<string>();
  let scope = scopeOf([]);
  return {
    note: ({ ids, key }) => {
      if (key !== undefined && !deliveries.add(key)) return "repeated";
      const [stranger] = ids;
      const device = ids.map((id) => scope.deviceOf(id)).find((id) => id !== undefined);
      if (device !== undefined) waiting.add(device);
      else if (stranger === undefined || !caresForStrangers) return "not ours";
      else if (strangers.size >= STRANGERS_WAITING) return "full";
      else if (!known.add(idKey(stranger))) return "repeated";
      else strangers.add(stranger);
      return "noted";
    },
    take: (most) => {
      const taken = [...waiting, ...strangers].slice(0, most);
      for (const id of taken) if (!waiting.delete(id)) strangers.delete(id);
      return taken;
    },
    putBack: (deviceIds) => {
      for (const id of deviceIds) {
        if (scope.deviceOf(id) !== undefined) waiting.add(id);
        else if (strangers.size < STRANGERS_WAITING) strangers.add(id);
      }
    },
    follow: (stacks) => {
      scope = scopeOf(stacks);
      for (const id of waiting) if (scope.deviceOf(id) === undefined) waiting.delete(id);
    },
    deviceOf: (id) => scope.deviceOf(id),
    forgetStrangers: known.clear,
    size: () => deliveries.size() + known.size() + waiting.size + strangers.size,
  };
}
