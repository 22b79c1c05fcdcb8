import { TransientError } from "../core/errors";
import type { Effect } from "./mutation";
import type { Send } from "./send";

/** Ids of devices and services, wherever they stand in what is sent. */
const address = /\b[0-9a-f]{2}(?::[0-9a-f]{2}){7}\b/gi;

export interface Change {
  /** The ids that it names. */
  ids: readonly string[];
  /** Names of the collections of which it may change more than that. */
  collections: readonly string[];
}

/** How one try of a change has ended. */
export interface Ending {
  /** Whether its answer was lost: then it may have been carried out, or may yet be. */
  isDoubtful: boolean;
  /** What it has made of the things that it names, as far as that is known. */
  effects: readonly Effect[];
}

/** Hears of a try of a change before it is sent. @returns what hears of its end, whatever came of it. */
export type ChangeListener = (change: Change) => (ending: Ending) => void;

/**
 * Tells of every change before it is sent and when it is over.
 *
 * @throws TypeError for a mutation that does not declare what it invalidates: a mistake in the code that sends it.
 */
export function withNotice(send: Send, listen: ChangeListener): Send {
  return async (request) => {
    if (!request.changes) return send(request);
    const { invalidates: collections, operation, effects } = request;
    if (!collections) throw new TypeError(`${operation} changes the account: declare it with defineMutation.`);
    const end = listen({ ids: JSON.stringify(request.input).match(address) ?? [], collections });
    try {
      const answer = await send(request);
      end({ isDoubtful: false, effects: effects?.() ?? [] });
      return answer;
    } catch (error) {
      end({ isDoubtful: error instanceof TransientError && error.reached === "unknown", effects: [] });
      throw error;
    }
  };
}
