import { createReadOnlyContext, type DriftOptions, findDrift, type ReadOnlyContext, readStack, type Report } from "../../drift";
import type { Sandbox } from "../../sandbox";
import type { AdapterStack, Declaration } from "../adapters";
import { settingsFor } from "../client/server";
import { exported, exportedState, recordOf } from "./state";

/** The drift of a stack whose runs went through an adapter. @param declaration - Its last program, for `ignoreChanges`. */
export function driftOf(
  stack: AdapterStack,
  { sandbox }: { sandbox: Sandbox },
  declaration: Declaration = {},
  options: DriftOptions = {},
): Promise<Report> {
  const records = [...stack.state].map(([name, { type, id, inputs, outputs }]) => ({
    ...recordOf(type, id, exportedState(inputs), exportedState(outputs), name),
    ignoreChanges: declaration[name]?.ignoreChanges ?? [],
  }));
  return findDrift(readOnly(sandbox), [readStack(exported(records), "dev")], options);
}

export function readOnly({ endpoint, accessKeyId, secretAccessKey }: Sandbox): ReadOnlyContext {
  const settings = settingsFor(endpoint, { accessKeyId, secretAccessKey, signature: "auto", requestsPerSecond: 1000 });
  return createReadOnlyContext(settings, () => undefined);
}
