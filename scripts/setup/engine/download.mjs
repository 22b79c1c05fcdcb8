import { createRequire } from "node:module";
import { say } from "../../lib/report.mjs";

const require = createRequire(import.meta.url);

/** Runs Pulumi's own installer through the Automation API, for the SDK's own version. Returns why it failed, or undefined. */
export async function downloadEngine(folder) {
  say("downloading Pulumi with its own installer …");
  const { PulumiCommand } = require("@pulumi/pulumi/automation");
  try {
    await PulumiCommand.install({ root: folder });
    return undefined;
  } catch (error) {
    // The installer's own words come last; before them stands the whole command.
    const lines = String(error?.message ?? error)
      .trim()
      .split("\n");
    return lines.at(-1).trim() || "it failed without a reason";
  }
}
