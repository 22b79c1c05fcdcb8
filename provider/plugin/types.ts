import { ValidationError } from "../core/errors";
import { nearest } from "../core/nearest";
import { functions, type Reading } from "../domains/functions";
import { kinds, type Kind } from "../domains";

/** `remoteit:index:Device` and its siblings are a public contract: programs and states hold them. */
const tokenOf = (name: string) => `remoteit:index:${name}`;

const resourceOf = new Map(kinds.map((kind) => [tokenOf(kind.type), kind]));

const functionOf = new Map(Object.values(functions).map((reading) => [tokenOf(reading.name), reading as unknown as Reading]));

/** The resource of a type or, where the engine is too old to name it, of a URN. @throws ValidationError where there is none. */
export function resourceNamed(type: string, urn = ""): Kind {
  const token = type || typeOf(urn);
  return resourceOf.get(token) ?? unknown("resource", token, [...resourceOf.keys()]);
}

/** @throws ValidationError where there is no such function. */
export function functionNamed(token: string): Reading {
  return functionOf.get(token) ?? unknown("function", token, [...functionOf.keys()]);
}

/** What the program calls the resource of a URN. */
export const nameOf = (urn: string): string | undefined => urn.split("::").slice(3).join("::") || undefined;

/** A URN is `urn:pulumi:stack::project::parentType$type::name`. */
function typeOf(urn: string): string {
  const [, , types, name] = urn.split("::");
  if (!urn.startsWith("urn:pulumi:") || types === undefined || name === undefined) {
    throw new ValidationError({
      what: "Finding the type of resource",
      subject: urn || "(no URN)",
      why: "It is no URN of a resource.",
      remedy: "A URN has the form urn:pulumi:STACK::PROJECT::TYPE::NAME.",
    });
  }
  return types.split("$").at(-1) ?? types;
}

function unknown(kind: string, token: string, tokens: string[]): never {
  throw new ValidationError({
    what: `Finding the ${kind}`,
    subject: token,
    why: `The provider has no ${kind} of this name.`,
    remedy: `Did you mean ${nearest(token, tokens)}?`,
  });
}
