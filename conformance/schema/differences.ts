import type { GraphQLSchema } from "graphql";
import { optionalFields } from "../../provider/client";
import { differences, type Difference } from "./compare";
import { ourOperations } from "./features";
import { knownSchema } from "./known";

/** Something that the product needs of a schema and does not get. */
export interface Lack extends Difference {
  /** What does not work because of it. */
  features: string[];
}

/**
 * What the product does without where a schema lacks it: each has a probe of its own, which says what then happens.
 * By the name of that probe.
 */
export const doneWithout = {
  cursor: ["User.devices(after:)", "PaginatedDeviceResponse.hasMore", "PaginatedDeviceResponse.last"],
  "hardware-id-filter": ["User.devices(hardwareId:)"],
  "events-from": ["User.events(from:)"],
  "user-service": ["User.service"],
  "share-notify": ["Mutation.share(notify:)"],
  "user-links": ["User.links"],
  "register-device": ["Mutation.registerDevice", "Mutation.addServiceByHardwareId"],
} as const;

/** All that the product sends or reads and that an endpoint's schema does not have, or has in another way. */
export function lacksOf(theirs: GraphQLSchema): Lack[] {
  const schemas = { ours: knownSchema(), theirs };
  const isDoneWithout = new Set([...optionalFields, ...Object.values(doneWithout).flat()]);
  const found = new Map<string, Lack>();
  for (const { document, feature } of ourOperations()) {
    for (const { at, what } of differences(document, schemas)) {
      if (isDoneWithout.has(at)) continue;
      const lack = found.get(`${at} ${what}`) ?? { at, what, features: [] };
      if (!lack.features.includes(feature)) lack.features.push(feature);
      found.set(`${at} ${what}`, lack);
    }
  }
  return [...found.values()].map((lack) => ({ ...lack, features: lack.features.sort() }));
}
