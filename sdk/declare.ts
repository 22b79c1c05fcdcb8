import * as pulumi from "@pulumi/pulumi";
import { settingNames } from "../provider/core/setting-names";
import { protoPaths } from "../provider/core/map";
import { printPath } from "../provider/core/path";
import { core } from "./core";

/** Pulumi stores the code of a dynamic resource, and cannot take it apart in bun. */
const notWithBun =
  "The resources of pulumi-remoteit are dynamic ones, which Pulumi cannot run in bun. Set `runtime: nodejs` in Pulumi.yaml (bun may still install " +
  "the packages: `options: { packagemanager: bun }`), or use the plugin: `pulumi package add ./node_modules/pulumi-remoteit/provider/plugin`.";

/**
 * What a dynamic resource is constructed with: the arguments, the secret ones marked so that they are encrypted in state
 * (Pulumi does that for outputs only), a place for each fact that the provider tells, and what a dynamic provider
 * does not hear otherwise: the option `ignoreChanges`, and whether this is a preview, which looks for what stands in the way.
 *
 * @param name - Of the resource, where the account has none for it.
 */
export function declare(
  args: object,
  secrets: readonly string[],
  facts: readonly string[],
  opts?: pulumi.CustomResourceOptions,
  name?: string,
): pulumi.Inputs {
  if (process.versions["bun"] !== undefined) throw new pulumi.RunError(notWithBun);
  const [lost] = protoPaths(args);
  if (lost)
    throw new pulumi.RunError(
      `${printPath(lost)}: nothing can be called __proto__ here, since Pulumi for Node.js loses what it holds. Give it another name.`,
    );
  refuseUnknownSettings();
  const props: pulumi.Inputs = Object.fromEntries(facts.map((fact) => [fact, undefined]));
  for (const [name, value] of Object.entries(args) as [string, unknown][]) {
    props[name] = secrets.includes(name) && value !== undefined ? pulumi.secret(value) : value;
  }
  if (opts?.ignoreChanges) props["__ignoreChanges"] = opts.ignoreChanges;
  if (pulumi.runtime.isDryRun()) props["__preview"] = true;
  if (name !== undefined) props["__called"] = name;
  return props;
}

/**
 * Until they are restored, errors have no stack. Pulumi's SDK formats one for each property of a resource, which takes most of
 * the time of its constructor, and uses it only where PULUMI_DEBUG_PROMISE_LEAKS asks for it. What it keeps in state of the place
 * in the program is found without this limit.
 */
export function withoutStacks(): { addTo: (error: unknown) => unknown; restore: () => void } {
  const limit = Error.stackTraceLimit;
  const restore = () => void (Error.stackTraceLimit = limit);
  if (!process.env["PULUMI_DEBUG_PROMISE_LEAKS"]) Error.stackTraceLimit = 0;
  return {
    addTo: (error) => {
      restore();
      if (error instanceof Error) Error.captureStackTrace(error);
      return error;
    },
    restore,
  };
}

const PREFIX = "remoteit:";

/**
 * A key that is misspelled in the stack's configuration would count as absent. The program itself can list the keys; a dynamic
 * provider can only ask for those that it knows.
 *
 * @throws RunError that names all of them.
 */
function refuseUnknownSettings(): void {
  const keys = Object.keys(pulumi.runtime.allConfig()).filter((key) => key.startsWith(PREFIX));
  const unknown = keys.map((key) => key.slice(PREFIX.length)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const problems = core().checkSettings(Object.fromEntries(unknown.map((name) => [name, undefined])));
  throw new pulumi.RunError(problems.map(({ property, reason }) => `${PREFIX}${property} ${reason}`).join("\n"));
}

const known: ReadonlySet<string> = new Set(settingNames);
