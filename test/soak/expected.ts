import { isDeepStrictEqual } from "node:util";
import { applicationNumber } from "../../provider/domains/services/applications";
import type { LiveService } from "../engine/support/contents";
import type { StateFile } from "../engine/support";
import { untouched, type Live, type LiveDevice } from "./account";
import type { DeclaredDevice, DeclaredService } from "./model";
import type { Soak } from "./soak";

/** Ids of the devices that the program lets go and that its resources delete. What another adopter has marked stays. */
export function leaving({ managed, declared, before, second }: Soak): Set<string> {
  const stays = new Set(declared.devices.map(({ id }) => id));
  const gone = [...managed.devices.values()].filter(
    ({ id, isDeleted }) => isDeleted && !stays.has(id) && !second.devices.has(id) && (before.devices.get(id)?.marks ?? 0) < 2,
  );
  return new Set(gone.map(({ id }) => id));
}

/** Every way in which the account is not what the program declares beside what was there before and is nobody's. */
export function differences(soak: Soak, live: Live, state: StateFile): string[] {
  const { declared, before, managed, foundAgain } = soak;
  const left = new Map([...before.devices].filter(([id]) => !leaving(soak).has(id)));
  const ids = new Map<DeclaredDevice, string>();
  const found: string[] = [];
  const logicals = [...declared.devices, ...declared.services].map(({ logical }) => logical);
  if (declared.webhook) logicals.push("events");
  found.push(...unequal("the resources in state", Object.keys(state.resources).sort(), logicals.sort()));
  for (const device of declared.devices) {
    const id = state.resources[device.logical]?.id ?? "";
    ids.set(device, id);
    // What a bulk project made and somebody deleted is made anew.
    const isMadeAnew = device.origin.kind === "provisioned" && !left.has(device.id ?? "");
    if (device.id !== undefined && device.id !== id && !isMadeAnew) found.push(`${device.logical} is ${id}, not ${device.id}`);
    const start = left.get(id) ?? soak.waiting.get(id) ?? made(device, id);
    const previous = managed.devices.get(device.forgotten ? "" : (device.alias ?? device.logical));
    // Another device than before starts anew: what the old one was told to hold is not taken from it.
    left.set(id, asDeclared(device, start, previous?.id === id ? previous : undefined));
  }
  found.push(...unequal("the devices", [...live.devices.keys()].sort(), [...left.keys()].sort()));
  // What a killed run has made and the next one adopted stays when the program lets it go.
  const held = new Set(Object.values(state.resources).map(({ id }) => id));
  const ours = new Set([...managed.services.values()].filter((id) => held.has(id) || !foundAgain.has(id)));
  for (const [id, wanted] of left) {
    const actual = live.devices.get(id);
    if (!actual) continue;
    for (const part of ["name", "tags", "attributes", "hardwareId"] as const) {
      found.push(...unequal(`${part} of ${id}`, actual[part], wanted[part]));
    }
    const services = declared.services.filter(({ device }) => ids.get(device) === id);
    const others = wanted.services.filter((service) => !ours.has(service.id));
    found.push(...serviceDifferences(id, actual.services, others, services, state));
  }
  return [...found, ...webhookDifferences(soak, live)];
}

function unequal(what: string, actual: unknown, wanted: unknown): string[] {
  if (isDeepStrictEqual(actual, wanted)) return [];
  return [`${what}: ${JSON.stringify(actual)}, but should be ${JSON.stringify(wanted)}`];
}

/** A device that only the bulk project knows until the program makes it. */
function made({ origin, name }: DeclaredDevice, id: string): LiveDevice {
  const hardwareId = origin.kind === "provisioned" ? origin.hardwareId : "";
  return untouched(id, name ?? hardwareId, hardwareId, false);
}

type Attributes = Record<string, unknown>;

function asDeclared(
  device: DeclaredDevice,
  found: LiveDevice,
  previous: { attributes: Attributes | undefined } | undefined,
): LiveDevice {
  const [name, tags, attributes] = (["name", "tags", "attributes"] as const).map((property) =>
    device.ignored.includes(property) ? undefined : device[property],
  ) as [DeclaredDevice["name"], DeclaredDevice["tags"], DeclaredDevice["attributes"]];
  return {
    ...found,
    name: name ?? found.name,
    tags: tags ? [...tags].sort() : found.tags,
    attributes: attributes ? overlay(found.attributes, previous?.attributes ?? {}, attributes) : found.attributes,
  };
}

/** What the program declares, over what others have set, without what the program declared before. */
function overlay(found: Attributes, previous: Attributes, wanted: Attributes): Attributes {
  const result = { ...found };
  for (const [key, value] of Object.entries(previous)) {
    if (key in wanted) continue;
    const kept = isMap(value) && isMap(found[key]) ? overlay(found[key], value, {}) : undefined;
    result[key] = kept && Object.keys(kept).length > 0 ? kept : undefined;
  }
  for (const [key, value] of Object.entries(wanted)) {
    result[key] = isMap(value) ? overlay(asMap(found[key]), asMap(previous[key]), value) : value;
  }
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined));
}

const isMap = (value: unknown): value is Attributes => typeof value === "object" && value !== null && !Array.isArray(value);
const asMap = (value: unknown): Attributes => (isMap(value) ? value : {});

function serviceDifferences(
  deviceId: string,
  actual: LiveService[],
  others: LiveService[],
  declared: DeclaredService[],
  state: StateFile,
): string[] {
  const found: string[] = [];
  const left = new Map(actual.map((service) => [service.id, service]));
  const take = (id: string, who: string) => {
    const service = left.get(id);
    left.delete(id);
    if (!service) found.push(`${who} is missing on ${deviceId}, or two resources share it`);
    return service;
  };
  for (const other of others) {
    const service = take(other.id, `the service ${other.name} that is nobody's (${other.id})`);
    if (service) found.push(...unequal(`the service ${other.id} that is nobody's`, service, other));
  }
  for (const one of declared) {
    const service = take(state.resources[one.logical]?.id ?? "", one.logical);
    if (service) found.push(...unequal(one.logical, partOf(service, one), wantedOf(one)));
  }
  for (const service of left.values()) found.push(`nobody declares the service ${JSON.stringify(service)} on ${deviceId}`);
  return found;
}

const wantedOf = ({ name, application, port, enabled, device }: DeclaredService) => ({
  name,
  application: applicationNumber(application),
  ...(device.configurable && port !== undefined && { port }),
  ...(device.configurable && enabled !== undefined && { enabled }),
});

/** Of the live service, what the program declares. */
function partOf(service: LiveService, declared: DeclaredService): object {
  const keys = Object.keys(wantedOf(declared));
  return Object.fromEntries(Object.entries(service).filter(([key]) => keys.includes(key)));
}

function webhookDifferences({ declared, managed, before }: Soak, live: Live): string[] {
  if (declared.webhook) {
    return unequal("the webhook", live.webhook, { url: declared.webhook.url, isOn: declared.webhook.enabled });
  }
  const isOurs = managed.webhook !== undefined && before.webhook.url === managed.webhook;
  return unequal("the webhook", live.webhook.url, isOurs ? undefined : before.webhook.url);
}
