import type { RequestLabel } from "../../client";
import { ConflictError } from "../../core/errors";
import { called } from "../shared/called";
import { guestsOf, type NetworkRecord } from "./overview";

/** So many are named; the others are counted. */
const NAMED = 5;

const listed = (names: readonly string[]): string =>
  `${names.slice(0, NAMED).join(", ")}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ""}`;

/**
 * A network goes with all that is in it. What its resource has not made, its delete leaves, and what resources of the program have
 * made is gone by then: so one that holds anything is deleted only where the program says so.
 *
 * @throws ConflictError that names what is in it.
 */
export function refuseWhileInUse(network: NetworkRecord, about: RequestLabel): void {
  const [services, guests] = [network.connections.map(({ service }) => called(service.name, service.id)), guestsOf(network)];
  const contents = [
    ...(services.length > 0 ? [`connections to ${listed(services)}`] : []),
    ...(guests.length > 0 ? [`shares with ${listed(guests)}`] : []),
  ];
  if (contents.length === 0) return;
  throw new ConflictError({
    ...about,
    why: `There still are ${contents.join(" and ")} in it. Nothing was deleted.`,
    remedy:
      "Remove them first, or set forceDestroy: true and run `pulumi up` before the network leaves the program: they end with it.",
  });
}
