import { operation, type RequestLabel } from "../../client";
import { RemoteitError } from "../../core/errors";
import { idKey } from "../../inventory";
import type { Context } from "../../lifecycle";
import { lookAgain, type Pending } from "./look";
import type { Fleet } from "./resolve";
import type { Difference } from "./template";

/** What becomes of the devices of a rollout. */
export interface Outcomes {
  failed: (device: Pending, why: RemoteitError) => void;
  failures: () => readonly { device: Pending; why: RemoteitError }[];
  gone: (id: string) => void;
  /** How many have left the account meanwhile. */
  goneCount: () => number;
  /** Whether it has failed or gone: then nothing more is done to it. */
  isSettled: (id: string) => boolean;
  /** How many more may fail. With none left no further device is begun, so no more than these are changed at once. */
  room: () => number;
  isOver: () => boolean;
  /** Those of the devices that are there and still need some of the work; where nobody can look, all have failed. */
  stillLacking: (
    devices: readonly Pending[],
    isMeant: (difference: Difference, id: string) => boolean,
    about: RequestLabel,
  ) => Promise<Pending[]>;
}

/** The error of one device, after which the others go on. @throws what ends all: a cancelled run, or a mistake of ours. */
export function errorOfDevice(error: unknown): RemoteitError {
  if (!(error instanceof RemoteitError) || operation().signal?.aborted) throw error;
  return error;
}

export function createOutcomes(context: Context, fleet: Fleet, maxFailures: number): Outcomes {
  const failures = new Map<string, { device: Pending; why: RemoteitError }>();
  const gone = new Set<string>();
  const failed = (device: Pending, why: RemoteitError) => void failures.set(idKey(device.id), { device, why });
  const room = () => Math.max(1, maxFailures) - failures.size;
  return {
    failed,
    failures: () => [...failures.values()],
    gone: (id) => void gone.add(idKey(id)),
    goneCount: () => gone.size,
    isSettled: (id) => failures.has(idKey(id)) || gone.has(idKey(id)),
    room,
    isOver: () => room() <= 0,
    stillLacking: async (devices, isMeant, about) => {
      try {
        const ids = devices.map(({ id }) => id);
        const now = await lookAgain(context, fleet, ids, about);
        for (const id of now.gone) gone.add(id);
        return devices.filter(({ id }) => now.pending.get(idKey(id))?.lacking.some((difference) => isMeant(difference, id)));
      } catch (error) {
        const why = errorOfDevice(error);
        for (const device of devices) failed(device, why);
        return [];
      }
    },
  };
}
