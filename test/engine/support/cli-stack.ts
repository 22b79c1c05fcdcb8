import { projectFolder } from "./consumer";
import { openStack, writeFiles, type Stack, type StackOptions } from "./stack";

export interface CliStackOptions extends StackOptions {
  /** The program's text; JavaScript unless `typescript` is set. */
  program: string;
  /** Runs it as TypeScript, type-checked by Pulumi's own Node host: true to its users, and seconds slower. */
  typescript?: boolean;
}

export interface CliStack extends Stack {
  /** Replaces the program's text. */
  edit(program: string): void;
}

/** A project folder with a program that the real CLI runs through its language host. */
export async function cliStack({ program, typescript = false, ...options }: CliStackOptions): Promise<CliStack> {
  const folder = projectFolder();
  const main = typescript ? "index.ts" : "index.js";
  const edit = (text: string) => writeFiles(folder, { [main]: text });
  writeFiles(folder, {
    "Pulumi.yaml": JSON.stringify({ name: "scenario", runtime: { name: "nodejs", options: { typescript } } }),
    "package.json": JSON.stringify({ name: "scenario", private: true, main }),
    ...(typescript
      ? {
          "tsconfig.json": JSON.stringify({
            compilerOptions: { strict: true, target: "es2022", module: "nodenext", skipLibCheck: true },
          }),
        }
      : {}),
  });
  edit(program);
  const stack = await openStack(folder, options, (args, run) => run(args));
  return { ...stack, edit };
}
