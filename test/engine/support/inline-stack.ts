import { createRequire } from "node:module";
import { join } from "node:path";
import type * as automation from "@pulumi/pulumi/automation";
import { consumer, installed, projectFolder, type Installed } from "./consumer";
import type { Ran } from "./engine";
import { openStack, writeFiles, type Stack, type StackOptions } from "./stack";

/** A program as a function of this test: it may use the test's own variables. */
export type Program = (modules: Installed) => unknown;

export interface InlineStack extends Stack {
  /** Replaces the program. */
  edit(program: Program): void;
}

/**
 * A stack whose program runs in the test's process (an inline program of the Automation API): the engine, the provider's
 * process, the state and the calls are the real ones, only no language host has to start.
 */
export async function inlineStack({ program, ...options }: StackOptions & { program: Program }): Promise<InlineStack> {
  const folder = projectFolder();
  let current = program;
  writeFiles(folder, { "Pulumi.yaml": JSON.stringify({ name: "scenario", runtime: "nodejs" }) });
  const stack = await openStack(folder, options, async (args, run) => {
    let calls = 0;
    const call = async () => {
      calls += 1;
      return (await current(installed())) as Record<string, unknown>;
    };
    const ran = await serve(folder, call, (client) => run([...args, client, "--exec-kind", "auto.inline"]));
    const [command = ""] = args;
    if (calls === 0 && ["up", "preview"].includes(command) && hasEnded(ran)) throw new ProgramNotRun(command);
    return ran;
  });
  return { ...stack, edit: (next) => void (current = next) };
}

/**
 * On a very busy machine the program may fail to reach the engine. The Automation API drops that error, and the engine takes
 * the program for one that declares nothing.
 */
export class ProgramNotRun extends Error {
  constructor(command: string) {
    super(`\`pulumi ${command}\` ran without its program, which could not reach the engine in time.`);
  }
}

/** Whether the engine went through to the end, with success or with changes that were not expected. */
const hasEnded = ({ code }: Ran): boolean => code === 0 || code === UNEXPECTED_CHANGES;

const UNEXPECTED_CHANGES = 7;

/**
 * Serves the program to the engine while `operate` runs. The Automation API does that around a command, and we give it
 * ours: any operation with any flag, without the commands that it adds to ask for outputs and history.
 */
async function serve(folder: string, program: automation.PulumiFn, operate: (client: string) => Promise<Ran>): Promise<Ran> {
  const { LocalWorkspace } = createRequire(join(consumer(), "index.js"))("@pulumi/pulumi/automation") as typeof automation;
  const answer: { ran?: Ran } = {};
  const command = {
    command: "pulumi",
    version: null,
    run: async ([name, ...args]: string[]) => {
      const client = args.find((arg) => arg.startsWith("--client="));
      if (name !== "up" || client === undefined) return { code: 0, stdout: args[0] === "history" ? "[]" : "{}", stderr: "" };
      answer.ran = await operate(client);
      if (answer.ran.code !== 0) throw new Error("The operation failed.");
      return answer.ran;
    },
  };
  const stack = await LocalWorkspace.selectStack(
    { stackName: "served", projectName: "scenario", program },
    {
      workDir: folder,
      pulumiCommand: command as unknown as automation.PulumiCommand,
      envVars: { PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK: "true" },
    },
  );
  try {
    await stack.up();
  } catch (error) {
    if (!answer.ran) throw error;
  }
  if (!answer.ran) throw new Error("The Automation API ran no operation.");
  return answer.ran;
}
