import type { StackResource } from "../state/stack";

const refresh = (stack: string) => `pulumi up --refresh --stack ${stack}`;

/** What undoes a change: `pulumi up` alone compares with the state, not with the account. */
export const undo = (stack: string): string => `Undo it with \`${refresh(stack)}\`, or declare what the account holds.`;

/** What brings back a thing that is gone, by how it comes to be. */
export function makeAgain({ type, origin }: StackResource, stack: string): string {
  const command = `\`${refresh(stack)}\``;
  if (type !== "Device" || origin === "provisioned") return `Make it again with ${command}, or take it out of the program.`;
  if (origin === "registered")
    return `Let its agent register again with the registration command on the machine and then run ${command}, or take it out of the program.`;
  return `Take it out of the program, or bring it back with a fresh claimCode; then run ${command}.`;
}

const otherwise = "Or delete it in remote.it, or add a rule to .remoteitignore.";

const adopting: Readonly<Record<string, string>> = {
  Device: `Adopt it: new remoteit.Device(…, { deviceId: "its id" }). ${otherwise}`,
  Service: `Adopt it: new remoteit.Service(…, { deviceId, name, application }) with what it has, host, port and enabled left out. ${otherwise}`,
  Webhook: `Adopt it: new remoteit.Webhook(…, { url }) with the address that it has. ${otherwise}`,
};

/** What to do about a thing that no stack knows. Always the same text, since there may be hundreds of thousands. */
export const adopt = (type: string): string => adopting[type] ?? otherwise;

/** What to do about a thing that a stack knows and does not manage. */
export function adoptKnown({ resource, stack }: { resource: StackResource; stack: string }): string {
  if (resource.role === "leaving") return `Stack ${stack} is about to let go of it: run \`pulumi up --stack ${stack}\`.`;
  return `Stack ${stack} reads it and does not manage it. ${adopt(resource.type)}`;
}
