import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { consumer, openStack, projectFolder, writeFiles, type Stack } from "../../support";
import type { Ran } from "../../support/engine";
import type { StackOptions } from "../../support/stack";

/** A resource as a YAML program declares it. */
export interface Declared {
  type: `remoteit:${string}` | "pulumi:providers:remoteit";
  properties?: Record<string, unknown>;
  options?: Record<string, unknown>;
  get?: { id: string };
}

export interface YamlProgram {
  resources: Record<string, Declared>;
  variables?: Record<string, unknown>;
  config?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

export interface YamlStack extends Stack {
  /** Replaces the program. */
  edit(program: YamlProgram): void;
  /** `pulumi import --file`, without generated code. */
  importFile(content: object): Promise<Ran>;
}

/** A stack of a YAML program that uses the packed package's plugin. */
export async function yamlStack(program: YamlProgram, options: StackOptions = {}): Promise<YamlStack> {
  const folder = projectFolder();
  const edit = (next: YamlProgram) => writeFiles(folder, { "Pulumi.yaml": JSON.stringify(projectFile(next)) });
  edit(program);
  const stack = await openStack(folder, options, (args, run) => run(args));
  const importFile = (content: object) => {
    writeFiles(folder, { "import.json": JSON.stringify(content) });
    return stack.run("import", "--file", "import.json", "--yes", "--skip-preview", "--protect=false", "--generate-code=false");
  };
  return { ...stack, edit, importFile };
}

function projectFile(program: YamlProgram) {
  return {
    name: "scenario",
    runtime: "yaml",
    plugins: { providers: [{ name: "remoteit", path: pluginFolder() }] },
    ...program,
  };
}

/** A folder with the executable as npm links it: among those of the installed package. */
export function pluginFolder(): string {
  const folder = join(consumer(), "bin");
  const link = join(folder, "pulumi-resource-remoteit");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(link)) symlinkSync("../node_modules/pulumi-remoteit/dist/provider/plugin/main.js", link);
  return folder;
}
