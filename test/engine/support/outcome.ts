import { existsSync, readFileSync } from "node:fs";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { Ran } from "./engine";
import { isOurs } from "./state";

export interface Step {
  /** The engine's word: create, update, replace, delete, same, refresh, read, … */
  op: string;
  urn: string;
  /** `pulumi-nodejs:dynamic/remoteit:Device` */
  type: string;
  /** The logical name. */
  name: string;
  /** Names of the properties that differ. */
  diffs: string[];
  /** Where exactly, and how, where the provider tells: `{ "attributes.a": "update" }`. */
  details: Record<string, string>;
}

/** What one run of the engine did, from its own event log. */
export interface Outcome extends Ran {
  /** stdout and stderr, for `expect(outcome.output).toContain(…)`. */
  output: string;
  /** How many resources of each operation, the stack itself left out: `{ create: 2, same: 1 }`. */
  changes: Record<string, number>;
  /** Steps of our resources, in the order they began. */
  steps: Step[];
  /** Error messages, one for each resource that failed. */
  errors: string[];
}

export function outcome(ran: Ran, eventLog: string): Outcome {
  const events = existsSync(eventLog) ? readFileSync(eventLog, "utf8").trim().split("\n").filter(Boolean) : [];
  const parsed = events.map((line) => JSON.parse(line) as EngineEvent);
  const steps = parsed.flatMap(({ resourcePreEvent }) => (resourcePreEvent ? [step(resourcePreEvent.metadata)] : []));
  const ours = steps.filter(({ type }) => isOurs(type));
  const changes: Record<string, number> = {};
  for (const { op } of ours) changes[op] = (changes[op] ?? 0) + 1;
  const errors = parsed.flatMap(({ diagnosticEvent }) =>
    diagnosticEvent?.severity === "error" ? [plain(diagnosticEvent.message)] : [],
  );
  return { ...ran, output: `${ran.stdout}\n${ran.stderr}`, changes, steps: ours, errors };
}

interface Metadata {
  op: string;
  urn: string;
  type: string;
  diffs?: string[];
  detailedDiff?: Record<string, { diffKind: string }>;
}

function step({ op, urn, type, diffs, detailedDiff }: Metadata): Step {
  const details = Object.fromEntries(Object.entries(detailedDiff ?? {}).map(([path, { diffKind }]) => [path, diffKind]));
  return { op, urn, type, name: urn.split("::").at(-1) ?? urn, diffs: diffs ?? [], details };
}

/** Without the engine's marks for colour. */
function plain(message: string): string {
  return message.replaceAll(/<\{%.*?%\}>/g, "").trim();
}
