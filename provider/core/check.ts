import type { z } from "zod";
import { planningOf } from "./diff";
import { type Failure, RemoteitError, ValidationError } from "./errors";
import type { Field, Fields } from "./field";
import { PROTO, protoPaths } from "./map";
import { closest, nearest } from "./nearest";
import { type Path, printPath } from "./path";
import type { Problem, Resource } from "./resource";
import { redact } from "./secrets";
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
    problems.push(...protoPaths(value, [name]).map(refusedProto));
    const parsed = field.schema.safeParse(value ?? undefined);
    if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => problem(name, field, value, issue)));
    const accepted = parsed.success ? parsed.data : value;
    if (accepted !== undefined) inputs[name] = accepted;
  }
  problems.push(...(resource.rules?.(inputs, exists) ?? []));
  return { inputs, problems };
}

/** `check`, and what somebody else finds wrong in the properties in which it found nothing. */
export async function checkFurther(
  resource: Checkable,
  declared: Record<string, unknown>,
  exists: boolean,
  further: (sound: Record<string, unknown>) => Promise<Problem[]>,
): Promise<Checked> {
  const { inputs, problems } = check(resource, declared, exists);
  const found = await further(without(inputs, problems));
  const order = Object.keys(resource.inputs);
  const rank = ({ property }: Problem) => (property === "" ? order.length : order.indexOf(topOf(property)));
  return { inputs, problems: [...problems, ...found].sort((one, other) => rank(one) - rank(other)) };
}

/** What is known of a check besides the declaration. */
interface Checking {
  /** The declaration of before; undefined for a thing still to be made. */
  before: Readonly<Record<string, unknown>> | undefined;
  /** Whether it is asked of the account as well what stands against it. */
  isPreview: boolean;
  /** What the program calls the resource. */
  name?: string | undefined;
}

/**
 * `check` with the rules that need the configuration. An error of ours, also of the configuration itself, is a problem like
 * any other: thrown, an engine tells it twice, or without the name of the resource.
 */
export function checkInContext<C>(
  resource: Checkable & Pick<Resource<C>, "rulesInContext" | "obstacles">,
  context: () => C,
  declared: Record<string, unknown>,
  { before, isPreview, name }: Checking,
): Promise<Checked> {
  return checkFurther(resource, declared, before !== undefined, async (sound) => {
    try {
      context(); // without a key nothing can be done, and a preview is to say so
      const problems = (await resource.rulesInContext?.(context, sound)) ?? [];
      if (!isPreview) return problems;
      const planning = planningOf(resource, before, without(sound, problems), name);
      return [...problems, ...(await resource.obstacles(context(), planning))];
    } catch (error) {
      if (!(error instanceof RemoteitError)) throw error;
      return [{ property: "", reason: error.message }];
    }
  });
}

/** What is wrong with inputs as an error, where nothing else can carry it. Nothing was sent. @param corrected - "arguments" */
export function refusal(
  about: Pick<Failure, "what" | "subject">,
  corrected: string,
  problems: readonly Problem[],
): ValidationError {
  return new ValidationError({
    ...about,
    why: problems.map(({ property, reason }) => `${property === "" ? "" : `${property}: `}${reason}.`).join(" "),
    remedy: `Correct the ${corrected}; nothing was sent.`,
    problems: problems.map(({ property, reason }) => ({ path: property, reason })),
  });
}

/** The properties in which nothing was found wrong. */
function without(inputs: Record<string, unknown>, problems: readonly Problem[]): Record<string, unknown> {
  const wrong = new Set(problems.map(({ property }) => topOf(property)));
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !wrong.has(name)));
}

/** The property itself, of a path into it. */
const topOf = (path: string): string => path.split(/[.[]/, 1)[0] ?? path;

/** Nobody of those between a program and the account keeps it for certain: so it is refused where it is seen first. */
function refusedProto(path: Path): Problem {
  return {
    property: printPath(path),
    reason: `nothing can be called ${PROTO} here: JavaScript takes that name for something else, and what it holds gets lost. Give it another name`,
  };
}

function unexpected(resource: Checkable, declared: Record<string, unknown>): Problem[] {
  const known = Object.keys(resource.inputs);
  return Object.keys(declared)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      property: name,
      reason: `${resource.type} has no such property. Did you mean ${nearest(name, known)}?`,
      ...(isMistypedSecret(name, resource.inputs) && { isHidden: true as const }),
    }));
}

/** A secret under a name with a mistake in it is one all the same. */
export function isMistypedSecret(name: string, fields: Fields): boolean {
  return fields[closest(name, Object.keys(fields)) ?? ""]?.marks.secret === true;
}

function problem(name: string, field: Field, value: unknown, issue: z.core.$ZodIssue): Problem {
  const property = name + issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  if (value === undefined || value === null) return { property, reason: `is required: ${field.describe}` };
  const wrong = field.marks.secret ? undefined : valueAt(value, issue.path);
  const isPlain = typeof wrong === "number" || (typeof wrong === "string" && /^[a-z]{1,12}$/i.test(wrong));
  return {
    property,
    reason: isPlain && isOfNumbers(issue) ? redact(`${issue.message}, not ${JSON.stringify(wrong)}`) : issue.message,
  };
}

/** Whether a number or a truth value is asked for: a word in its place is hardly a secret, and is named. */
function isOfNumbers(issue: z.core.$ZodIssue): boolean {
  const asked = issue.code === "invalid_type" ? issue.expected : "origin" in issue ? issue.origin : "";
  return ["number", "int", "boolean"].includes(asked);
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
