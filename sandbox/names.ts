import { GraphQLError } from "graphql";

export const isName = (name: string): boolean => name.length > 0 && name.length <= 100;

/** Of devices and services. */
export function mustBeName(name: string): void {
  if (!isName(name)) throw new GraphQLError("Invalid name: it must have 1 to 100 characters.");
}
