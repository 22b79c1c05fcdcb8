import { isMap } from "../../core/map";
import { type Path, printPath } from "../../core/path";
import { isUnknown } from "../../core/unknown";
import type { Want } from "../../lifecycle";
import { applicationNumber, knownPort } from "../services/applications";
import { sameServiceName } from "../services/name";
import type { Template, UnwantedService, WantedService } from "./resolve";
import { leavesOf, sameAttribute, valueAt } from "./template";

/** What is wanted of a device, as far as it can contradict; a value that is not known yet contradicts nothing. */
export type Wanted = Pick<
  Template,
  "tags" | "removeTags" | "attributes" | "notificationSettings" | "services" | "removeServices"
>;

/** What a Device or a Service wants, in the words of a template. Of its own tags a device says which it has, and no other that it must not. */
export function wantedBy({ type, declared }: Pick<Want, "type" | "declared">): Wanted {
  if (type === "Device") return declared;
  // Of what else belongs to a device no template says anything.
  if (type !== "Service") return {};
  const { name, application, host, port, enabled } = declared as Partial<WantedService>;
  // A type that only the account knows by its name is left open: nobody waits for that here.
  const number = application === undefined ? undefined : applicationNumber(application);
  return { services: [{ name, application: number, host, port, enabled } as WantedService] };
}

/** The places at which two want different things of one device, as the first one calls them. */
export function contradictions(one: Wanted, other: Wanted, deviceName?: string | null): string[] {
  return [
    ...contradictingTags(one, other),
    ...contradictingAttributes(one, other),
    ...contradictingNotifications(one, other),
    ...contradictingServices(one, other, deviceName ?? ""),
  ];
}

function contradictingTags(one: Wanted, other: Wanted): string[] {
  const among = (tags: readonly string[] = []) => new Set(tags.map((tag) => tag.toLowerCase()));
  const [added, removed] = [among(other.tags), among(other.removeTags)];
  const all = [
    ...(one.tags ?? []).filter((tag) => removed.has(tag.toLowerCase())),
    ...(one.removeTags ?? []).filter((tag) => added.has(tag.toLowerCase())),
  ];
  return all.map((tag) => printPath(["tags", tag]));
}

function contradictingAttributes({ attributes: one = {} }: Wanted, { attributes: other = {} }: Wanted): string[] {
  return [...leavesOf(one)]
    .filter(({ path, value }) => isOtherwise(other, path, value))
    .map(({ path }) => printPath(["attributes", ...path]));
}

/** Whether the map has another value there: a value in the place of a map on the way counts too. */
function isOtherwise(other: Readonly<Record<string, unknown>>, path: Path, value: unknown): boolean {
  for (let depth = 1; depth < path.length; depth += 1) {
    const above = valueAt(other, path.slice(0, depth));
    if (above === undefined || isUnknown(above)) return false;
    if (!isMap(above)) return true;
  }
  const there = valueAt(other, path);
  return there !== undefined && !isUnknown(there) && !isUnknown(value) && !isSame(value, there);
}

const isSame = (one: unknown, other: unknown): boolean => sameAttribute(one, other) || sameAttribute(other, one);

function contradictingNotifications(
  { notificationSettings: one = {} }: Wanted,
  { notificationSettings: other = {} }: Wanted,
): string[] {
  return Object.entries(one).flatMap(([name, value]) => {
    const there = other[name as keyof typeof other];
    const isSame = value === undefined || there === undefined || isUnknown(value) || isUnknown(there) || value === there;
    return isSame ? [] : [printPath(["notificationSettings", name])];
  });
}

function contradictingServices(one: Wanted, other: Wanted, deviceName: string): string[] {
  const isRemoved = (service: WantedService, removals: readonly UnwantedService[] = []) =>
    removals.some((removal) => isRemoval(removal, service, deviceName));
  const wanted = (one.services ?? []).filter(
    (service) =>
      isRemoved(service, other.removeServices) || (other.services ?? []).some((there) => differ(service, there, deviceName)),
  );
  const unwanted = (one.removeServices ?? []).flatMap((removal) =>
    (other.services ?? []).filter((service) => isRemoval(removal, service, deviceName)),
  );
  return [...new Set([...wanted, ...unwanted].map(({ name }) => printPath(["services", name])))];
}

/** Whether a removal speaks of a service that is wanted; one without a port would be added with that of its type. */
export const isRemoval = (removal: UnwantedService, service: WantedService, deviceName = ""): boolean =>
  (removal.name === undefined || sameServiceName(removal.name, service.name, { deviceName })) &&
  (removal.application === undefined || removal.application === service.application) &&
  (removal.port === undefined || removal.port === (service.port ?? portOf(service)));

const portOf = ({ application }: WantedService): number | undefined =>
  typeof application === "number" ? knownPort(application) : undefined;

function differ(one: WantedService, other: WantedService, deviceName: string): boolean {
  if (isUnknown(one.name) || isUnknown(other.name) || !sameServiceName(one.name, other.name, { deviceName })) return false;
  return (["application", "host", "port", "enabled"] as const).some((key) => {
    const [wanted, there] = [one[key], other[key]];
    return wanted !== undefined && there !== undefined && !isUnknown(wanted) && !isUnknown(there) && wanted !== there;
  });
}
