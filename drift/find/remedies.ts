import { kinds } from "../kinds";
import type { StackResource } from "../state/stack";
import { spoken } from "../../provider/core/spoken";

const refresh = (stack: string) => `\`pulumi up --refresh --stack ${stack}\``;

/** What undoes a change: `pulumi up` alone compares with the state, not with the account. */
export const undo = (stack: string): string => `Undo it with ${refresh(stack)}, or declare what the account holds.`;

/** What brings a thing to what a resource of many declares: each `pulumi up` looks at all of them. */
export function converge({ resource: { type, urn }, stack }: { resource: StackResource; stack: string }): string {
  const up = `pulumi up --stack ${stack}`;
  // A URN holds `$` where the resource has a parent, and what a program calls it may hold anything.
  const alone = /^[^'`\p{C}]*$/u.test(urn) ? `, or \`${up} --target '${urn}'\` for this ${spoken(type)} alone` : "";
  return `Converge it with \`${up}\`${alone}.`;
}

/** What to do about two that want different things of one. */
export const settle =
  "Let only one of the two speak of it: exclude it from a selector, take it out of a declaration, or, between two of one stack, give the one that decides a higher precedence.";

/** What brings back a thing that is gone, by how it comes to be. */
export function makeAgain({ type, origin }: StackResource, stack: string): string {
  const command = refresh(stack);
  return kinds.get(type)?.bringBack?.(origin, command) ?? `Recreate it with ${command}, or remove it from the program.`;
}

const otherwise = "Or delete it in remote.it, or ignore it with a rule in .remoteitignore.";
const ignored = "Or ignore it with a rule in .remoteitignore.";

const adoptions: ReadonlyMap<string, string> = new Map(
  [...kinds].map(([type, { adoption, grantsAccess }]) => {
    return [
      type,
      grantsAccess
        ? `Delete it in remote.it, or adopt it if it is meant to be there: ${adoption.example}. ${ignored}`
        : `Adopt it: ${adoption.example}. ${otherwise}`,
    ];
  }),
);

/** What to do about a thing that no stack knows. One text for all of a kind, since there may be hundreds of thousands. */
export const adopt = (type: string): string => adoptions.get(type) ?? otherwise;

/** What to do about a thing that a stack knows and does not manage. */
export function adoptKnown({ resource, stack }: { resource: StackResource; stack: string }): string {
  if (resource.role === "leaving") return `Stack ${stack} is about to let go of it: run \`pulumi up --stack ${stack}\`.`;
  return `Stack ${stack} reads it and does not manage it. ${adopt(resource.type)}`;
}
