import { createReadOnlyContext, findDrift, readStack, type Report } from "../../../drift";
import { settingsFor } from "../../client/server";
import type { InlineStack, Outcome } from "../support";
import type { TestAccount } from "../support/account";

/** The drift of a stack, read as `pulumi stack export` prints it. */
export async function driftOf(
  { sandbox }: TestAccount,
  stack: InlineStack,
  options: { showSecrets: boolean } = { showSecrets: false },
): Promise<Report> {
  const { endpoint, accessKeyId, secretAccessKey } = sandbox;
  const context = createReadOnlyContext(settingsFor(endpoint, { accessKeyId, secretAccessKey }), () => undefined);
  return findDrift(context, [readStack((await stack.state(options)).text)]);
}

/** Runs the command that a remedy names. */
export async function fix(stack: InlineStack, remedy = ""): Promise<Outcome> {
  const [, command = "", flags = ""] = /`pulumi (up|refresh)((?: [^`]+)?) --stack dev`/.exec(remedy) ?? [];
  if (command !== "up" && command !== "refresh") throw new Error(`No command stands in the remedy: ${remedy}`);
  return stack[command](...flags.split(" ").filter(Boolean));
}
