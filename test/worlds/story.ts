import { controlOf, startSandbox, type Control, type Sandbox, type World } from "../../sandbox";
import type { Report } from "../../drift";
import { adapters, adapterStack, type AdapterName, type Declaration, type Ran } from "../adapters";
import { driftOf } from "../drift/stack";
import { summary } from "../faults/summary";

/** The account that a story happens in. */
export interface Scene {
  sandbox: Sandbox;
  control: Control;
}

/** One step: somebody changes the account by hand, or the engine runs. */
export type Step =
  { byHand: (scene: Scene) => Promise<unknown> } | { up: Declaration; fails?: true } | { run: "refresh" | "destroy" };

/** What happens one after the other, in an account that is empty before. */
export type Story = (scene: Scene) => Promise<Step[]>;

/** How a story ended. */
export interface Ending {
  /** What the account holds, told without ids. */
  account: string[];
  /** What ended a run that was not to fail, in the provider's words. */
  error: string | undefined;
  /** What the preview after it would do. */
  preview: string[];
  /** Findings of drift against what the stack then holds, as `changed Device name`. */
  drift: string[];
}

/** A sandbox in one world, for many stories one after the other. */
export async function openWorld(world: Partial<World>): Promise<Scene & { stop: () => Promise<void> }> {
  const sandbox = await startSandbox({ world });
  return { sandbox, control: controlOf(sandbox.control), stop: sandbox.stop };
}

export async function endingOf(story: Story, adapter: AdapterName, scene: Scene): Promise<Ending> {
  await scene.control.reset();
  const settings = settingsOf(scene.sandbox);
  const stack = adapterStack(adapters[adapter], { default: settings });
  let declaration: Declaration = {};
  let error: string | undefined;
  for (const step of await story(scene)) {
    if ("byHand" in step) {
      await step.byHand(scene);
      continue;
    }
    if ("up" in step) declaration = step.up;
    const ran = "up" in step ? await stack.up(declaration) : await stack[step.run]();
    if ("up" in step && step.fails) {
      if (ran.errors.length === 0) throw new Error("A run that was to fail did not.");
    } else if (ran.errors.length > 0) {
      error = ran.errors.join("\n");
      break;
    }
    if ("run" in step && step.run === "destroy") declaration = {};
  }
  return {
    account: (await summary(scene.control)).lines,
    error,
    preview: shown(await stack.preview(declaration)),
    drift: findingsOf(await driftOf(stack, scene, declaration)),
  };
}

function settingsOf({ endpoint, accessKeyId, secretAccessKey, developerKey }: Sandbox): Record<string, string> {
  return { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000", timeoutSeconds: "10" };
}

function shown({ created, updated, replaced, deleted, errors }: Ran): string[] {
  const done = Object.entries({ created, updated, replaced, deleted }).flatMap(([what, names]) =>
    names.map((name) => `${what} ${name}`),
  );
  return [...done, ...errors];
}

function findingsOf({ findings }: Report): string[] {
  // What the story's people made by hand is nobody's, and is none of this.
  return findings
    .filter(({ status }) => status !== "unmanaged")
    .map(({ status, type, changes = [] }) => [status, type, ...changes.map(({ path }) => path)].join(" "));
}
