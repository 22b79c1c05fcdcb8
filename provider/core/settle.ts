import { RefusedError, RestError } from "./errors";
import type { Unsettled } from "./resource";

export interface Step {
  /** The properties that this step sets. */
  properties: string[];
  run: () => Promise<void>;
}

/**
 * Sets properties one step after the other. A step that fails does not keep the others from their work: the thing exists,
 * so as much of the declaration as possible becomes true now and the rest is named.
 *
 * @param isSo - Whether the account holds a property as declared. Asked at the end where remote.it refused: a change that
 * was made already, by an earlier try whose answer was lost, is refused as well.
 */
export async function settle(steps: Step[], isSo: (property: string) => Promise<boolean>): Promise<Unsettled[]> {
  const failures: Unsettled[] = [];
  for (const { properties, run } of steps) {
    try {
      await run();
    } catch (error) {
      failures.push({ properties, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  const unsettled: Unsettled[] = [];
  for (const { properties, error } of failures) {
    const isRefused = error instanceof RefusedError || error instanceof RestError;
    const open = isRefused ? await openOnes(properties, isSo) : properties;
    if (open.length > 0) unsettled.push({ properties: open, error });
  }
  return unsettled;
}

/** Why each of them could not be set, as the engine shows it beside the resource. */
export function reasonsOf(unsettled: readonly Unsettled[]): string[] {
  return unsettled.map(({ properties, error }) => `${properties.join(", ")}: ${error.message}`);
}

/** Of the properties, those that are not so. What cannot be found out counts as not so. */
async function openOnes(properties: string[], isSo: (property: string) => Promise<boolean>): Promise<string[]> {
  const open: string[] = [];
  for (const property of properties) if (!(await isSo(property).catch(() => false))) open.push(property);
  return open;
}
