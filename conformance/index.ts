import { attributeProbes } from "./probes/attributes";
import { idProbes } from "./probes/ids";
import { listProbes } from "./probes/lists";
import { networkProbes } from "./probes/networks";
import { notificationProbes } from "./probes/notifications";
import { accountProbes } from "./probes/account";
import { organizationProbes } from "./probes/organization";
import { originProbes } from "./probes/origins";
import { requestProbes } from "./probes/requests";
import { restProbes } from "./probes/rest";
import { schemaProbes } from "./probes/schema";
import { severalMutations } from "./probes/several-mutations";
import { serviceProbes } from "./probes/services";
import { websocket } from "./probes/socket";
import { sharingProbes } from "./probes/sharing";
import { tagProbes } from "./probes/tags";
import type { Probe } from "./probe";

export { type Asking, createAsking } from "./asking";
export { examine, type Finding, findingOf, type Status } from "./examine";
export type { Probe, Way } from "./probe";
export { type Lack, lacksOf } from "./schema/differences";
export { restInstead } from "./schema/features";
export { NAME } from "./name";
export { createTrial, type Trial } from "./trial";
export { readTrialDevice } from "./trial-device";

/** Every question, by what it is about. */
export const probeGroups: readonly (readonly [about: string, probes: readonly Probe[]])[] = [
  ["Requests", [...requestProbes, severalMutations, websocket]],
  ["The schema", schemaProbes],
  ["Lists", listProbes],
  ["Ids", idProbes],
  ["How devices come and go", originProbes],
  ["Services", serviceProbes],
  ["Tags", tagProbes],
  ["Shares and connect links", sharingProbes],
  ["Attributes", attributeProbes],
  ["Accounts", accountProbes],
  ["Organizations", organizationProbes],
  ["Notifications and the webhook", notificationProbes],
  ["Networks", networkProbes],
  ["REST", restProbes],
];

export const probes: readonly Probe[] = probeGroups.flatMap(([, group]) => group);

export function probeNamed(name: string): Probe {
  const found = probes.find((probe) => probe.name === name);
  if (!found) throw new Error(`There is no probe ${name}.`);
  return found;
}
