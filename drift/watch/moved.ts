import type { Delivery } from "./delivery";
import { idKey } from "../../provider/inventory";
import { createRecent } from "./recent";
import { type Devices, devicesIn, judgeMany } from "./device-of";
import type { StackState } from "../state/stack";

/** Deliveries of what a stack knows that are remembered, so that a repeated one is known. */
const DELIVERIES = 10_000;

/** Ids that no stack knows: how many may wait, and how many that were found are remembered. */
const UNKNOWN_WAITING = 1_000;
const UNKNOWN_FOUND = 10_000;

/** What became of a delivery. `full`: too many ids that no stack knows wait already. */
export type Noted = "noted" | "full" | "repeated" | "not ours";

/** In this order, what became of a delivery that names several ids. */
const outcomes: readonly Noted[] = ["noted", "full", "repeated", "not ours"];

/**
 * What moved and is still to be checked. However many calls come, it stays within its bounds; and ids that no stack knows,
 * which anybody can make up, take no place from those that a stack knows.
 */
export interface Moved {
  note: (delivery: Delivery) => Noted;
  /** The next devices that a stack knows. */
  take: (most: number) => string[];
  /** The next ids that no stack knows: of devices, or of services whose device may be one that a stack knows. */
  takeUnknown: (most: number) => string[];
  /** Those that were taken and could not be checked. */
  putBack: (ids: readonly string[]) => void;
  /** The account knows these ids, which no stack knows: until everything was compared they need no other check. */
  found: (ids: readonly string[]) => void;
  /** Everything was compared: ids that no stack knows may be asked for once more. */
  forgetFound: () => void;
  /** What the stacks hold from now on. */
  follow: (stacks: readonly StackState[]) => void;
  deviceOf: Devices["deviceOf"];
  /** How much is remembered, all in all. */
  size: () => number;
}

/** @param caresForUnknown - Whether ids that no stack knows are checked: it could be drift that they are there. */
export function createMoved(caresForUnknown: boolean): Moved {
  const deliveries = createRecent(DELIVERIES);
  const found = createRecent(UNKNOWN_FOUND);
  const waiting = new Set<string>();
  const unknown = new Map<string, string>();
  let devices = devicesIn([]);
  /** Whether a stack holds what judges devices that it does not know: then each of their moves counts. */
  let isJudged = false;

  const noteId = (id: string, key: string | undefined): Noted => {
    const device = devices.deviceOf(id);
    if (device === undefined) return noteUnknown(id);
    if (key !== undefined && !deliveries.add(key)) return "repeated";
    waiting.add(device);
    return "noted";
  };

  const noteUnknown = (id: string): Noted => {
    if (!caresForUnknown && !isJudged) return "not ours";
    if ((!isJudged && found.has(idKey(id))) || unknown.has(idKey(id))) return "repeated";
    if (unknown.size >= UNKNOWN_WAITING) return "full";
    unknown.set(idKey(id), id);
    return "noted";
  };

  return {
    note: ({ ids, key }) => {
      const noted = new Set(ids.map((id) => noteId(id, key)));
      return outcomes.find((outcome) => noted.has(outcome)) ?? "not ours";
    },
    take: (most) => {
      const taken = [...waiting].slice(0, most);
      for (const id of taken) waiting.delete(id);
      return taken;
    },
    takeUnknown: (most) => {
      const taken = [...unknown].slice(0, most);
      for (const [key] of taken) unknown.delete(key);
      return taken.map(([, id]) => id);
    },
    putBack: (ids) => {
      for (const id of ids) {
        const device = devices.deviceOf(id);
        if (device !== undefined) waiting.add(device);
        else noteUnknown(id);
      }
    },
    found: (ids) => {
      for (const id of ids) if (devices.deviceOf(id) === undefined) found.add(idKey(id));
    },
    forgetFound: found.clear,
    follow: (stacks) => {
      devices = devicesIn(stacks);
      isJudged = judgeMany(stacks);
      for (const id of waiting) if (devices.deviceOf(id) === undefined) waiting.delete(id);
    },
    deviceOf: (id) => devices.deviceOf(id),
    size: () => deliveries.size() + found.size() + waiting.size + unknown.size,
  };
}
