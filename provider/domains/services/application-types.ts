import { graphql } from "../../../api/generated";
import type { GetApplicationTypesQuery } from "../../../api/generated/graphql";
import type { RequestLabel, Client } from "../../client";
import { RemoteitError, ValidationError } from "../../core/errors";
import { nearest } from "../../core/nearest";
import { perClient } from "../../lifecycle";
import type { Obstacle } from "../../core/obstacle";
import type { Problem } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { applicationName, applicationNames, applicationNumber, knownPort, sameText } from "./applications";

const GetApplicationTypes = graphql(/* GraphQL */ `
  query getApplicationTypes {
    applicationTypes {
      id
      name
      description
      port
      protocol
    }
  }
`);

type ApplicationType = GetApplicationTypesQuery["applicationTypes"][number];

/** What this process knows of the account's list of application types. */
interface ApplicationTypes {
  list?: Promise<ApplicationType[]>;
}

const typesOf = perClient((): ApplicationTypes => ({}));

interface Asking {
  client: Client;
}

/** A declared type and the path of the property in which it stands. */
type Place = readonly [property: string, application: unknown];

export async function readApplicationTypes(client: Client, about: RequestLabel): Promise<ApplicationType[]> {
  return (await client.graphql(GetApplicationTypes, {}, about)).applicationTypes;
}

/** The declared types that neither this version nor the account knows. Where this version knows all of them nothing is asked. */
export async function applicationProblems(
  asking: () => Asking,
  about: RequestLabel,
  places: readonly Place[],
): Promise<Problem[]> {
  const isStrange = (application: unknown): application is string =>
    typeof application === "string" && !isUnknown(application) && applicationNumber(application) === undefined;
  const strange = places.filter((place): place is [string, string] => isStrange(place[1]));
  if (strange.length === 0) return [];
  const types = await knownTypes(asking(), about);
  return strange
    .filter(([, name]) => typeNamed(types, name) === undefined)
    .map(([property, name]) => ({ property, reason: strangeReason(name, types) }));
}

/** The number of a type. @throws ValidationError where neither this version nor the account knows the name. */
export async function applicationNumberIn(asking: Asking, application: string | number, about: RequestLabel): Promise<number> {
  if (typeof application === "number") return application;
  const known = applicationNumber(application);
  if (known !== undefined) return known;
  const types = await knownTypes(asking, about);
  const found = typeNamed(types, application);
  if (found) return found.id;
  const reason = strangeReason(application, types);
  throw new ValidationError({
    ...about,
    why: `application: ${reason}.`,
    remedy: "Correct the program; nothing was sent.",
    problems: [{ path: "application", reason }],
  });
}

/**
 * The port of a type. The account is asked only of a type whose port this version does not know.
 *
 * @throws ValidationError where it has none.
 */
export async function usualPort(asking: Asking, number: number, about: RequestLabel): Promise<number> {
  const port = knownPort(number) ?? (await knownTypes(asking, about)).find(({ id }) => id === number)?.port;
  if (port) return port;
  throw new ValidationError({
    ...about,
    ...noPort(number),
    problems: [{ path: "port", reason: "is required for this application type" }],
  });
}

/** remote.it's app then sends port 1 (A), on which nothing would answer. */
export const noPort = (number: number): Obstacle => ({
  property: "port",
  why: `Invalid port: none is declared, and application type ${applicationName(number)} has none of its own.`,
  remedy: "Declare the port at which the device finds the service.",
});

/** Asked once for all that this process does, and again only after a failure, which everybody hears of under the own name. */
async function knownTypes({ client }: Asking, about: RequestLabel): Promise<ApplicationType[]> {
  const applicationTypes = typesOf({ client });
  const list = (applicationTypes.list ??= readApplicationTypes(client, about));
  try {
    return await list;
  } catch (error) {
    if (applicationTypes.list === list) delete applicationTypes.list;
    throw error instanceof RemoteitError ? error.restate({ what: about.what, subject: about.subject }) : error;
  }
}

const typeNamed = (types: readonly ApplicationType[], name: string) => types.find((type) => sameText(type.name, name));

function strangeReason(name: string, types: readonly ApplicationType[]): string {
  const all = [...new Set([...applicationNames, ...types.map((type) => type.name)])];
  return `"${name}" is no application type. Did you mean ${nearest(name, all)}? The number of a type works too`;
}
