import { identityOf } from "../../provider/core/identity";
import { ValidationError } from "../../provider/core/errors";
import { inForm, parseJson } from "../json-input";
import { kinds } from "../kinds";
import { checkpointSchema, type Deployment, exportSchema, type ResourceRecord, resourceSchema } from "./schema";
import { createInterner } from "../texts";
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
  const refusal = notState(fallbackName);
  const cutter = createCutter(
    (text) => {
      // The stack itself comes first, and every URN names it.
      inUrn ??= placeOf(parseJson(text, refusal));
      if (text.includes("remoteit:")) resources.push(...distil(parseJson(text, refusal), inUrn.stack ?? fallbackName));
    },
    (what) => refusal(`${what} is larger than 256 MB.`),
  );
  return {
    write: cutter.write,
    end: () => {
      const { deployment, name } = deploymentIn(parseJson(cutter.frame(), refusal), fallbackName);
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

function deploymentIn(value: unknown, stack: string): { deployment: Deployment; name: string | undefined } {
  const isCheckpoint = typeof value === "object" && value !== null && "checkpoint" in value;
  const refusal = notState(stack);
  const state = isCheckpoint ? inForm(checkpointSchema, value, refusal) : inForm(exportSchema, value, refusal);
  if (!VERSIONS.includes(state.version)) {
    throw refusal(`Its version is ${state.version}, and ${VERSIONS.join(" and ")} can be read.`);
  }
  if (!("checkpoint" in state)) return { deployment: state.deployment ?? {}, name: undefined };
  const { latest, stack: name } = state.checkpoint;
  return { deployment: latest ?? {}, name: name?.split("/").at(-1) };
}

/** Takes of a resource what drift needs. Texts that many resources have in common stand in memory once. */
function distiller(): (value: unknown, stack: string) => StackResource[] {
  const intern = createInterner();
  return (value, stack) => {
    const { type: token } = (value ?? {}) as { type?: unknown };
    const [, name] = (typeof token === "string" ? TYPE.exec(token) : undefined) ?? [];
    if (name === undefined) return [];
    const resource = inForm(resourceSchema, value, notState(stack), "One of its resources");
    const { urn, id, outputs, ignoreChanges, inputs, modified } = resource;
    if (!id) return []; // it was never made
    const { accountId, origin, mark } = outputs ?? {};
    const kind = kinds.get(name);
    const moment = kind?.judge && modified !== undefined ? Date.parse(modified) : Number.NaN;
    const isUnseen = kind?.isUnseen?.(outputs ?? {}) === true;
    return [
      {
        type: intern(name),
        urn,
        id: kind ? identityOf(kind, id, outputs ?? {}) : id,
        role: roleOf(resource),
        inputs: comparableInputs(name, inputs ?? {}),
        ...(ignoreChanges && ignoreChanges.length > 0 && { ignoreChanges }),
        ...(typeof accountId === "string" && { accountId: intern(accountId) }),
        ...(isUnseen && { isUnseen }),
        ...(typeof origin === "string" && { origin: intern(origin) }),
        ...(Number.isFinite(moment) && { modified: moment }),
        ...(typeof mark === "string" && { mark }),
      },
    ];
  };
}

function roleOf({ delete: isLeaving, external }: ResourceRecord): StackResource["role"] {
  if (isLeaving === true) return "leaving";
  return external === true ? "read" : "managed";
}

/** The declared properties that the account can hold otherwise: without those that count at creation or here alone, or that it never tells. */
function comparableInputs(type: string, inputs: Record<string, unknown>): Record<string, unknown> {
  const fields = kinds.get(type)?.inputs ?? {};
  const names = Object.keys(inputs).filter((name) => {
    const marks = fields[name]?.marks;
    return marks && !marks.origin && !marks.local && !marks.writeOnly && inputs[name] !== null;
  });
  return Object.fromEntries(names.map((name) => [name, marked(inputs[name])]));
}

const notState = (stack: string) => (why: string) =>
  new ValidationError({
    what: "Reading the state of",
    subject: `stack ${stack}`,
    why,
    remedy: "Give what `pulumi stack export` prints, or a file of a file backend's .pulumi/stacks.",
  });
