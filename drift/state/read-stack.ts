import { ValidationError } from "../../provider/core/errors";
import { formProblems } from "../form";
import { kinds } from "../kinds";
import { checkpointSchema, type Deployment, exportSchema, type ResourceRecord, resourceSchema } from "./schema";
import { sharing } from "../sharing";
import { createCutter } from "./cut";
import { marked } from "./secret";
import type { StackResource, StackState } from "./stack";

/** Versions of the state that hold resources as we read them. */
const VERSIONS = [3, 4];

/** Ours as dynamic resources of a Node.js program, and as those of the plugin. */
const TYPE = /^(?:pulumi-nodejs:dynamic\/remoteit:|remoteit:index:)(\w+)$/;

/** Reads a state that comes in parts. */
export interface StackReader {
  /** Takes the next part of the text, of any length. @throws ValidationError as readStack does. */
  write: (text: string) => void;
  end: () => StackState;
}

/** As readStack, for a state of many megabytes: only what is needed of it stays in memory. */
export function createStackReader(fallbackName = "unnamed"): StackReader {
  const resources: StackResource[] = [];
  const distil = distiller();
  let inUrn: { stack: string | undefined; project: string | undefined } | undefined;
  const cutter = createCutter((text) => {
    // The stack itself comes first, and every URN names it.
    inUrn ??= placeOf(parsed(text, fallbackName));
    if (text.includes("remoteit:")) resources.push(...distil(parsed(text, fallbackName), inUrn.stack ?? fallbackName));
  });
  return {
    write: cutter.write,
    end: () => {
      const { deployment, name } = deploymentIn(parsed(cutter.frame(), fallbackName), fallbackName);
      const { stack, project } = inUrn ?? {};
      return {
        name: name ?? stack ?? fallbackName,
        ...(project !== undefined && { project }),
        resources,
        interrupted: (deployment.pending_operations ?? []).flatMap(({ resource }) =>
          TYPE.test(resource.type) ? [resource.urn] : [],
        ),
      };
    },
  };
}

/**
 * Reads what `pulumi stack export` prints, with or without `--show-secrets`, or a checkpoint file of a file backend. What is
 * not remote.it's is dropped.
 *
 * @param fallbackName - The stack's name where the file does not tell it: an empty stack's export.
 * @throws ValidationError where it is neither of the two.
 */
export function readStack(json: string, fallbackName?: string): StackState {
  const reader = createStackReader(fallbackName);
  reader.write(json);
  return reader.end();
}

/** The stack and the project that a resource is of. */
function placeOf(resource: unknown): { stack: string | undefined; project: string | undefined } {
  const { urn } = (resource ?? {}) as { urn?: unknown };
  const [, stack, project] = /^urn:pulumi:([^:]+)::([^:]+)::/.exec(typeof urn === "string" ? urn : "") ?? [];
  return { stack, project };
}

function parsed(json: string, stack: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message quotes the text, which may hold secrets.
    throw notState(stack, json.trim() === "" ? "It is empty." : "It is no JSON.");
  }
}

function deploymentIn(value: unknown, stack: string): { deployment: Deployment; name: string | undefined } {
  const isCheckpoint = typeof value === "object" && value !== null && "checkpoint" in value;
  const read = isCheckpoint ? checkpointSchema.safeParse(value) : exportSchema.safeParse(value);
  if (!read.success) throw notState(stack, `It has another form: ${formProblems(read.error).join("; ")}.`);
  if (!VERSIONS.includes(read.data.version)) {
    throw notState(stack, `Its version is ${read.data.version}, and ${VERSIONS.join(" and ")} can be read.`);
  }
  if (!("checkpoint" in read.data)) return { deployment: read.data.deployment ?? {}, name: undefined };
  const { latest, stack: name } = read.data.checkpoint;
  return { deployment: latest ?? {}, name: name?.split("/").at(-1) };
}

/** Takes of a resource what drift needs. Texts that many resources have in common are kept once. */
function distiller(): (value: unknown, stack: string) => StackResource[] {
  const share = sharing();
  return (value, stack) => {
    const { type: token } = (value ?? {}) as { type?: unknown };
    const [, name] = (typeof token === "string" ? TYPE.exec(token) : undefined) ?? [];
    if (name === undefined) return [];
    const read = resourceSchema.safeParse(value);
    if (!read.success) throw notState(stack, `One of its resources has another form: ${formProblems(read.error).join("; ")}.`);
    const { urn, id, outputs, ignoreChanges, inputs } = read.data;
    if (!id) return []; // it was never made
    const { accountId, origin, mark } = outputs ?? {};
    const isUnseen = kinds.get(name)?.isUnseen?.(outputs ?? {}) === true;
    return [
      {
        type: share(name),
        urn,
        id,
        role: roleOf(read.data),
        inputs: comparable(name, inputs ?? {}),
        ...(ignoreChanges && ignoreChanges.length > 0 && { ignoreChanges }),
        ...(typeof accountId === "string" && { accountId: share(accountId) }),
        ...(isUnseen && { isUnseen }),
        ...(typeof origin === "string" && { origin: share(origin) }),
        ...(typeof mark === "string" && { mark }),
      },
    ];
  };
}

function roleOf({ delete: isLeaving, external }: ResourceRecord): StackResource["role"] {
  if (isLeaving === true) return "leaving";
  return external === true ? "read" : "managed";
}

/** The declared properties that the account can hold otherwise: without those that count at creation or here alone. */
function comparable(type: string, inputs: Record<string, unknown>): Record<string, unknown> {
  const fields = kinds.get(type)?.inputs ?? {};
  const names = Object.keys(inputs).filter((name) => {
    const marks = fields[name]?.marks;
    return marks && !marks.origin && !marks.local && inputs[name] !== null;
  });
  return Object.fromEntries(names.map((name) => [name, marked(inputs[name])]));
}

function notState(stack: string, why: string): ValidationError {
  return new ValidationError({
    what: "Read the state",
    subject: `stack ${stack}`,
    why,
    remedy: "Give what `pulumi stack export` prints, or a file of a file backend's .pulumi/stacks.",
  });
}
