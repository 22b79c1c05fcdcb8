import { isMap, own } from "../../core/map";
import { type Path, printPath } from "../../core/path";
import type { DeviceRecord } from "../../inventory";
import { ownServiceName, sameServiceName } from "../services/name";
import { sameAttributes } from "../shared/attributes";
import { tagHints } from "../tags/device-tags";
import type { Template, UnwantedService, WantedService } from "./resolve";

/** One place in which a device is not as the template wants it. */
export interface Difference {
  /** `tags.managed`, `attributes.site`, `services.ssh.port`. */
  path: string;
  /** Undefined where it is to be gone. */
  expected: unknown;
  actual: unknown;
  work: Work;
}

/** What makes it right. */
export type Work =
  | { kind: "addTag" | "removeTag"; tag: string }
  | { kind: "attribute"; at: Path }
  | { kind: "notification"; name: string }
  | { kind: "addService"; service: WantedService }
  | { kind: "changeService"; id: string; name: string }
  | { kind: "removeService"; id: string };

type Judgeable = Pick<
  DeviceRecord,
  "name" | "tags" | "tellsCase" | "attributes" | "notificationSettings" | "services" | "configurable"
>;
type Service = Judgeable["services"][number];

/** Everything that a device lacks, in the order in which it is made right. */
export function differences(template: Template, device: Judgeable): Difference[] {
  return [
    ...ofTags(template, device),
    ...ofAttributes(template, device),
    ...ofNotifications(template, device),
    ...ofServices(template, device),
  ];
}

/** Whether the device's own state keeps the difference from being made right: it takes no change of its services through the API. */
export const isUnsupported = ({ configurable }: Pick<DeviceRecord, "configurable">, { work: { kind } }: Difference): boolean =>
  !configurable && (kind === "addService" || kind === "changeService");

function ofTags({ tags = [], removeTags = [] }: Template, device: Judgeable): Difference[] {
  if (tags.length === 0 && removeTags.length === 0) return [];
  const { tellsCase } = tagHints(device);
  const spelled = (tag: string) => (tellsCase ? tag : tag.toLowerCase());
  const borne = new Map(device.tags.map(({ name }) => [spelled(name), name]));
  return [
    ...tags.filter((tag) => !borne.has(spelled(tag))).map(missingTag),
    ...removeTags.flatMap((tag) => {
      const name = borne.get(spelled(tag));
      return name === undefined ? [] : [extraTag(name)];
    }),
  ];
}

const missingTag = kept((tag): Difference => ({
  path: printPath(["tags", tag]),
  expected: true,
  actual: undefined,
  work: { kind: "addTag", tag },
}));
const extraTag = kept((tag): Difference => ({
  path: printPath(["tags", tag]),
  expected: undefined,
  actual: true,
  work: { kind: "removeTag", tag },
}));

/** One object for each name, however many devices lack it. */
function kept<T>(make: (name: string) => T): (name: string) => T {
  const all = new Map<string, T>();
  return (name) => {
    const known = all.get(name) ?? make(name);
    all.set(name, known);
    return known;
  };
}

function* ofAttributes({ attributes }: Template, device: Judgeable): Generator<Difference> {
  if (!attributes) return;
  for (const { path: at, value } of leavesOf(attributes)) {
    const actual = valueAt(device.attributes, at);
    if (sameAttribute(value, actual)) continue;
    yield { path: printPath(["attributes", ...at]), expected: value ?? undefined, actual, work: { kind: "attribute", at } };
  }
}

/** A map with nothing in it wants a map there, whatever that holds, or nothing. */
export const sameAttribute = (wanted: unknown, actual: unknown): boolean =>
  sameAttributes(wanted, actual) || (isMap(wanted) && isMap(actual) && Object.keys(wanted).length === 0);

/** The values of a map at every depth. A map with nothing in it is one itself. */
export function* leavesOf(map: Readonly<Record<string, unknown>>, above: Path = []): Generator<{ path: Path; value: unknown }> {
  for (const [key, value] of Object.entries(map)) {
    const path = [...above, key];
    if (isMap(value) && Object.keys(value).length > 0) yield* leavesOf(value, path);
    else yield { path, value };
  }
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (isMap(inner) ? own(inner, String(key)) : undefined), value);

function* ofNotifications({ notificationSettings = {} }: Template, device: Judgeable): Generator<Difference> {
  for (const [name, expected] of Object.entries(notificationSettings)) {
    const actual = device.notificationSettings[name as keyof Judgeable["notificationSettings"]] ?? null;
    if (expected === undefined || expected === actual) continue;
    yield { path: printPath(["notificationSettings", name]), expected, actual, work: { kind: "notification", name } };
  }
}

const CHANGEABLE = ["application", "host", "port", "enabled"] as const;

function ofServices({ services = [], removeServices = [] }: Template, device: Judgeable): Difference[] {
  const wanted = new Set<Service>();
  const found = services.flatMap((service) => {
    const there = serviceFor(service, device);
    if (!there) return [missingService(service)];
    wanted.add(there);
    return CHANGEABLE.filter((key) => service[key] !== undefined && service[key] !== there[key]).map((key): Difference => ({
      path: printPath(["services", service.name, key]),
      expected: service[key],
      actual: there[key] ?? undefined,
      work: { kind: "changeService", id: there.id, name: key },
    }));
  });
  const extra = device.services.filter(
    (one) => !wanted.has(one) && removeServices.some((unwanted) => isMeant(unwanted, one, device)),
  );
  return [...found, ...extra.map((service) => extraService(service, device))];
}

/** The service of the device that has the name: of several, the one that is most like it. */
export function serviceFor(
  wanted: WantedService,
  { name: deviceName, services }: Pick<Judgeable, "name" | "services">,
): Service | undefined {
  const hints = { deviceName };
  const namesakes = services.filter(({ name }) => sameServiceName(wanted.name, name, hints));
  if (namesakes.length < 2) return namesakes[0];
  const likeness = (one: Service) => CHANGEABLE.filter((key) => wanted[key] === undefined || wanted[key] === one[key]).length;
  return namesakes.toSorted((one, other) => likeness(other) - likeness(one) || (one.id < other.id ? -1 : 1))[0];
}

const missingService = (service: WantedService): Difference => {
  const { name, ...expected } = service;
  return { path: printPath(["services", name]), expected, actual: undefined, work: { kind: "addService", service } };
};

function extraService({ id, name, application, port }: Service, { name: deviceName }: Judgeable): Difference {
  const path = printPath(["services", name === null ? id : ownServiceName(name, deviceName)]);
  return { path, expected: undefined, actual: { application, port }, work: { kind: "removeService", id } };
}

function isMeant(unwanted: UnwantedService, { name, application, port }: Service, { name: deviceName }: Judgeable): boolean {
  return (
    (unwanted.name === undefined || sameServiceName(unwanted.name, name, { deviceName })) &&
    (unwanted.application === undefined || unwanted.application === application) &&
    (unwanted.port === undefined || unwanted.port === port)
  );
}
