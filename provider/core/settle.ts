import type { Unsettled } from "./resource";

export interface Step {
  /** The properties that this step sets. */
  properties: string[];
  run: () => Promise<void>;
}

/**
 * Sets properties one step after the other. A step that fails does not keep the others from their work: the thing exists,
 * so as much of the declaration as possible becomes true now and the rest is named.
 */
export async function settle(steps: Step[]): Promise<Unsettled[]> {
  const unsettled: Unsettled[] = [];
  for (const { properties, run } of steps) {
    try {
      await run();
    } catch (error) {
      unsettled.push({ properties, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  return unsettled;
}
