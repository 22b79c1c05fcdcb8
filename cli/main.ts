#!/usr/bin/env node
import { Command } from "commander";
import { version } from "../provider/client";
import { sandboxCommand } from "./commands/sandbox";

const program = new Command("pulumi-remoteit")
  .description("Companion of the Pulumi provider for remote.it.")
  .version(version)
  .showHelpAfterError("(--help shows what can be given)")
  .addCommand(sandboxCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
