import type { InlineStack, Outcome, Program } from "../support";
import { contents, type Contents } from "../support/contents";
import type { TestAccount } from "../support/account";

/** A program that declares one service. */
export const oneService =
  (deviceId: string, args: object = {}): Program =>
  ({ remoteit }) => {
    new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH", ...args });
  };

/** `pulumi up` fails, says each reason exactly once and without a stack trace, and leaves the account as it was. */
export async function failingUp({ control }: TestAccount, stack: InlineStack): Promise<Outcome & { messages: string[] }> {
  const before: Contents = await contents(control);
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  const messages = up.errors.filter((error) => error !== "update failed");
  const diagnostics = up.stdout.slice(up.stdout.indexOf("Diagnostics:"));
  for (const message of messages) expect(diagnostics.split(message)).toHaveLength(2);
  expect(up.output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(up.output).not.toMatch(/\b\w+Error:/);
  expect(await contents(control)).toEqual(before);
  return { ...up, messages };
}
