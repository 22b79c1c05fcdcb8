import { GraphQLError } from "graphql";
import { isServiceType } from "../../applications";
import { mustBeName } from "../../names";
import type { World } from "../../worlds";
import type { ServiceWish } from "./rows";

/** Whether what is given is right; what is not given, or null, is. */
export function mustBeService(world: World, { name, application, port }: ServiceWish): void {
  if (typeof name === "string") mustBeName(name);
  if (typeof application === "number" && !isServiceType(world, application)) {
    throw new GraphQLError(`Invalid application: ${application} is no application type of a service.`);
  }
  if (typeof port === "number" && (port < 1 || port > 65_535)) {
    throw new GraphQLError("Invalid port: it must be from 1 to 65535.");
  }
}
