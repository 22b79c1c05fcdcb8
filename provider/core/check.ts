import type { z } from "zod";
import { RemoteitError, ValidationError } from "./errors";
import type { Field } from "./field";
import { nearest } from "./nearest";
import type { Problem, Resource } from "./resource";
import { isUnknown } from "./unknown";

export interface Checked {
  /** The declared values with defaults filled in; unknown ones as they came. */
  inputs: Record<string, unknown>;
  problems: Problem[];
}

type Checkable = Pick<Resource<never>, "type" | "inputs" | "rules">;

/** Checks every property and every rule, and reports all that is wrong at once. An unknown value passes, whatever its field. */
export function check(resource: Checkable, declared: Record<string, unknown>, exists: boolean): Checked {
  const inputs: Record<string, unknown> = {};
  const problems = unexpected(resource, declared);
  for (const [name, field] of Object.entries(resource.inputs)) {
    const value = declared[name];
    if (isUnknown(value)) {
      inputs[name] = value;
      continue;
    }
    const parsed = field.schema.safeParse(value ?? undefined);
    if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => problem(name, field, value, issue)));
    const accepted = parsed.success ? parsed.data : value;
    if (accepted !== undefined) inputs[name] = accepted;
  }
  problems.push(...(resource.rules?.(inputs, exists) ?? []));
  return { inputs, problems };
}

/**
 * What the rules that need the configuration find, where `check` found nothing. An error of ours, also of the configuration
 * itself, is a problem like any other: thrown, an engine tells it twice, or without the name of the resource.
 */
export async function problemsInContext<C>(
  { rulesInContext }: Pick<Resource<C>, "rulesInContext">,
  context: () => C,
  inputs: Record<string, unknown>,
): Promise<Problem[]> {
  try {
    return (await rulesInContext?.(context(), inputs)) ?? [];
  } catch (error) {
    if (!(error instanceof RemoteitError)) throw error;
    return [{ property: "", reason: error.message }];
  }
}

/** What is wrong with inputs as an error, where nothing else can carry it. Nothing was sent. @param corrected - "arguments" */
export function refusal(what: string, corrected: string, problems: readonly Problem[]): ValidationError {
  return new ValidationError({
    what,
    why: problems.map(({ property, reason }) => `${property}: ${reason}.`).join(" "),
    remedy: `Correct the ${corrected}; nothing was sent.`,
    problems: problems.map(({ property, reason }) => ({ path: property, reason })),
  });
}

function unexpected(resource: Checkable, declared: Record<string, unknown>): Problem[] {
  const known = Object.keys(resource.inputs);
  return Object.keys(declared)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      property: name,
      reason: `${resource.type} has no such property. Did you mean ${nearest(name, known)}?`,
    }));
}

function problem(name: string, field: Field, value: unknown, issue: z.core.$ZodIssue): Problem {
  const property = name + issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  if (value === undefined || value === null) return { property, reason: `is required: ${field.describe}` };
  return { property, reason: issue.message };
}
