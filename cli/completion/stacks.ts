import { ConfigurationError } from "../../provider/core/errors";
import { pulumiIn } from "../support/pulumi";
import type { Line } from "./offers";

/** Milliseconds that whoever presses Tab waits for a backend. */
const PATIENCE = 5_000;

/** Names of the project's stacks; none where Pulumi does not tell them. */
export async function stackNames({ cwd }: Line): Promise<string[]> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    return (await pulumiIn(cwd, signal).stacks()).map(({ name }) => name);
  } catch (error) {
    if (signal.aborted || error instanceof ConfigurationError) return [];
    throw error;
  }
}
