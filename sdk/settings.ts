import * as pulumi from "@pulumi/pulumi";
import { checkSettings } from "../provider/client";

const PREFIX = "remoteit:";

/**
 * A key that is misspelled in the stack's configuration would count as absent. The program itself can list the keys; a dynamic
 * provider can only ask for those that it knows.
 *
 * @throws RunError that names all of them.
 */
export function refuseUnknownSettings(): void {
  const keys = Object.keys(pulumi.runtime.allConfig()).filter((key) => key.startsWith(PREFIX));
  const problems = checkSettings(Object.fromEntries(keys.map((key) => [key.slice(PREFIX.length), undefined])));
  if (problems.length === 0) return;
  throw new pulumi.RunError(problems.map(({ property, reason }) => `${PREFIX}${property} ${reason}`).join("\n"));
}
