import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join, resolve } from "node:path";
import type * as automation from "@pulumi/pulumi/automation";
import { drift } from "./drift";

/** One run of the engine, in the engine's own words. */
interface Run {
  summary: string;
  /** What the provider said of resources. */
  said: string;
}

const root = resolve(__dirname, "../..");

/**
 * A program of the quickstart as a stack of the real engine, in a folder of its own and with its state in a file.
 *
 * @param main - The program's file in examples/quickstart.
 */
export async function openStack(config: automation.ConfigMap, main = "index.ts") {
  const engine = JSON.parse(readFileSync(join(root, ".work/engine.json"), "utf8")) as { folder: string };
  process.env["PATH"] = [engine.folder, process.env["PATH"]].filter(Boolean).join(delimiter);
  const { consumer } = await import("../lib/consumer.mjs");
  // Below the folder that holds the packed package, as the program of a user lies beside its node_modules.
  const workDir = mkdtempSync(join(await consumer(), "quickstart-"));
  const program = join(workDir, main);
  for (const file of [main, "package.json"]) copyFileSync(join(root, "examples/quickstart", file), join(workDir, file));
  mkdirSync(join(workDir, "state"));
  const envVars = {
    PULUMI_BACKEND_URL: `file://${join(workDir, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "",
    PULUMI_SKIP_UPDATE_CHECK: "1",
    // The story is told on the sandbox, whatever account the environment speaks of.
    REMOTEIT_ACCOUNT_ID: "",
    REMOTEIT_SIGNATURE: "",
  };
  // The program's own copy of the SDK: program and engine's host must share one.
  const { LocalWorkspace } = createRequire(program)("@pulumi/pulumi/automation") as typeof automation;
  const stack = await LocalWorkspace.createStack(
    { stackName: "dev", projectName: "remoteit-quickstart", program: () => fresh(program) },
    {
      workDir,
      // The engine starts the dynamic provider in `main`, whose node_modules it then finds.
      projectSettings: { name: "remoteit-quickstart", runtime: "nodejs", main: workDir },
      envVars,
    },
  );
  await stack.setAllConfig(config);
  return {
    preview: async (): Promise<Run> => told((await stack.preview()).stdout),
    up: async (options: { refresh?: true } = {}): Promise<Run> => told((await stack.up(options)).stdout),
    destroy: async (): Promise<Run> => told((await stack.destroy()).stdout),
    /** `pulumi-remoteit drift` in the project's folder, as its user runs it. */
    drift: (...args: string[]) => drift(workDir, { ...process.env, ...envVars }, args),
    remove: () => rmSync(workDir, { recursive: true, force: true }),
  };
}

/** A program runs from its first line each time, as it does in a process of its own. */
async function fresh(program: string): Promise<Record<string, unknown>> {
  Reflect.deleteProperty(require.cache, program);
  return (await import(program)) as Record<string, unknown>;
}

/** Of the engine's lines, those that tell an end: what was made of each resource, and the sums. */
function told(stdout: string): Run {
  const resource =
    /^\s*([+~-]+)\s+pulumi-nodejs:dynamic\/remoteit:(\w+) (\S+) (created|updated|deleted|replaced|create|update)\b/;
  const sum = /^\s+([+~-] )?\d+ (created|updated|deleted|replaced|unchanged|to create|to update)\b/;
  const lines = stdout.split("\n").flatMap((line) => {
    const [, sign, type, name, done] = resource.exec(line) ?? [];
    if (sign !== undefined) return [`${sign} ${type ?? ""} ${name ?? ""} ${done ?? ""}`];
    return sum.test(line) ? [line.trim()] : [];
  });
  return { summary: lines.join("\n"), said: diagnostics(stdout) };
}

/** What stands under the engine's title of it, without that of each resource. */
function diagnostics(stdout: string): string {
  const [, text = ""] = /^Diagnostics:\n([\s\S]*?)(?:\n\n|\n(?=\S))/m.exec(stdout) ?? [];
  return text.replaceAll(/^ {2}\S.*\n|^ +/gm, "").trimEnd();
}
