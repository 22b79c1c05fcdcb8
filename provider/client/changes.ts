import { TransientError } from "../core/errors";
import type { Send } from "./send";

/** Ids of devices and services, wherever they stand in what is sent. */
const address = /\b[0-9a-f]{2}(?::[0-9a-f]{2}){7}\b/gi;

export interface Change {
  /** The ids that it names. */
  ids: readonly string[];
  /** Names of the collections of which it may change more than that. */
  collections: readonly string[];
  /** Whether its answer was lost: then it may have been carried out, or may yet be. */
  isDoubtful: boolean;
}

/**
 * Tells of every change before it is sent and when it is over, whatever came of it.
 *
 * @throws TypeError for a mutation that does not declare what it invalidates: a mistake in the code that sends it.
 */
export function withNotice(send: Send, tell: (change: Change) => void): Send {
  return async (request) => {
    if (!request.changes) return send(request);
    const { invalidates: collections, operation } = request;
    if (!collections) throw new TypeError(`${operation} changes the account: declare it with defineMutation.`);
    const ids = JSON.stringify(request.input).match(address) ?? [];
    let isDoubtful = false;
    tell({ ids, collections, isDoubtful });
    try {
      return await send(request);
    } catch (error) {
      isDoubtful = error instanceof TransientError && error.reached === "unknown";
      throw error;
    } finally {
      tell({ ids, collections, isDoubtful });
    }
  };
}
