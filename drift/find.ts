import { operate } from "../provider/client";
import type { ReadOnlyContext } from "../provider/resources";
import type { DriftOptions } from "./options";
import type { Report } from "./report";
import type { StackState } from "./state/stack";

/**
 * Compares the stacks with the account that answers.
 *
 * @throws WrongAccountError … (see provider/core/errors) where the account could not be read; the signal's reason once aborted.
 */
export function findDrift(context: ReadOnlyContext, stacks: readonly StackState[], options: DriftOptions = {}): Promise<Report> {
  const { signal, maxRequests } = options;
  return operate(() => Promise.reject<Report>(new Error(`${context.client.settings.endpoint} ${stacks.length}`)), Number.POSITIVE_INFINITY, signal, maxRequests);
}
