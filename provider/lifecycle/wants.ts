import type { ConflictError } from "../core/errors";
import { idKey } from "../inventory";

/** What one resource of this run declares of a device: of the device itself, or of something that is part of it. */
export interface Want {
  type: string;
  /** How messages call the resource. */
  label: string;
  /** Id of the device. */
  deviceId: string;
  declared: Readonly<Record<string, unknown>>;
}

/** A resource of this run that wants something of many devices. */
export interface ManyWanting {
  /** What it has against a want; undefined where the two agree, or where it wants nothing of that device. */
  against: (want: Want) => ConflictError | undefined;
  /** The tags that it puts on the device. */
  tagsOn: (deviceId: string) => readonly string[];
}

/**
 * What the resources of this run want of devices, as far as this process has heard of them by then: whoever comes second finds that
 * two want different things.
 */
export interface Wants {
  /** @param key - Of the resource: what it declared before counts no more. @throws ConflictError that names both. */
  note: (key: string, want: Want) => void;
  all: () => Iterable<Want>;
  /** @param key - Of the resource that wants something of many devices. */
  noteMany: (key: string, wanting: ManyWanting) => void;
  /** Tags that others put on the device. */
  tagsOn: (deviceId: string) => string[];
}

export function createWants(): Wants {
  const wants = new Map<string, Want>();
  const many = new Map<string, ManyWanting>();
  return {
    note: (key, want) => {
      wants.set(key, want);
      for (const { against } of many.values()) {
        const conflict = against(want);
        if (conflict) throw conflict;
      }
    },
    all: () => wants.values(),
    noteMany: (key, wanting) => void many.set(key, wanting),
    tagsOn: (deviceId) => [...many.values()].flatMap(({ tagsOn }) => tagsOn(idKey(deviceId))),
  };
}
