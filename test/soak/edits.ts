import { readAccount, untouched } from "./account";
import { isDeleted, type DeclaredDevice, type DeclaredService, type Origin } from "./model";
import type { Random } from "./random";
import { register, type Act, type Soak } from "./soak";

const tags = ["north", "south", "pump", "old", "lab"];
const applications = ["SSH", "HTTP", "HTTPS", "VNC", "TCP"] as const;

const FEW_DEVICES = 3;
/** At most so many, to keep a round short. */
const MOST_DEVICES = 8;
const MOST_SERVICES = 16;

function someTags(random: Random): string[] {
  return tags.filter(() => random.chance(0.4));
}

function someAttributes(random: Random): Record<string, unknown> {
  return {
    ...(random.chance(0.6) && { site: random.one(["a", "b", "c"]) }),
    ...(random.chance(0.4) && { floor: random.whole(0, 3) }),
    ...(random.chance(0.5) && { $remoteit: { color: random.whole(1, 5), ...(random.chance(0.5) && { label: "soak" }) } }),
  };
}

const maybe = <T>(random: Random, value: T): T | undefined => (random.chance(0.6) ? value : undefined);

/** A device that the account has and the program does not: one that was there, or one that somebody has just claimed. */
async function adoptable(soak: Soak, random: Random) {
  const { devices } = await readAccount(soak.account.control);
  const declared = new Set(soak.declared.devices.map(({ id }) => id));
  const free = [...devices.values()].filter(({ id, isConfigurable, hardwareId }) => {
    return isConfigurable && !declared.has(id) && !soak.late.has(hardwareId) && !isProvisioned(soak, hardwareId);
  });
  free.sort((one, other) => one.name.localeCompare(other.name));
  const id = random.pick(free)?.id;
  return id ?? register(soak, soak.fresh("hw"), soak.fresh("found"), random.chance(0.5));
}

const isProvisioned = ({ declared }: Soak, hardwareId: string) =>
  declared.devices.some(({ origin }) => origin.kind === "provisioned" && origin.hardwareId === hardwareId);

async function origin(soak: Soak, random: Random): Promise<{ origin: Origin; id: string | undefined }> {
  const kind = random.one(["adopted", "adopted", "claimed", "claimed", "awaited", "awaited", "provisioned"]);
  const hardwareId = soak.fresh("hw");
  if (kind === "adopted") {
    const deviceId = await adoptable(soak, random);
    return { origin: { kind, deviceId, deleteOnDestroy: random.chance(0.3) }, id: deviceId };
  }
  if (kind === "claimed") {
    const name = soak.fresh("agent");
    const { deviceId, claimCode = "" } = await soak.account.control.agent({ hardwareId, name, online: random.chance(0.3) });
    soak.waiting.set(deviceId, untouched(deviceId, name, hardwareId, true));
    soak.secrets.push(claimCode);
    return { origin: { kind, claimCode, hardwareId: random.chance(0.7) ? hardwareId : undefined }, id: deviceId };
  }
  if (kind === "provisioned") return { origin: { kind, hardwareId }, id: undefined };
  if (random.chance(0.5)) {
    soak.late.add(hardwareId);
    return { origin: { kind, hardwareId }, id: undefined };
  }
  return { origin: { kind, hardwareId }, id: await register(soak, hardwareId, soak.fresh("agent"), random.chance(0.3)) };
}

const addDevice: Act = async (soak, random) => {
  if (soak.declared.devices.length >= MOST_DEVICES) return undefined;
  const came = await origin(soak, random);
  const device: DeclaredDevice = {
    logical: soak.fresh("device"),
    alias: undefined,
    forgotten: undefined,
    ...came,
    configurable: came.origin.kind !== "provisioned",
    name: maybe(random, soak.fresh("name")),
    tags: maybe(random, someTags(random)),
    attributes: maybe(random, someAttributes(random)),
    ignored: [],
  };
  soak.declared.devices.push(device);
  return `+ ${device.logical} (${came.origin.kind}${isDeleted(device) ? "" : ", stays"})`;
};

const removeDevice: Act = (soak, random) => {
  const { declared } = soak;
  const device = declared.devices.length > FEW_DEVICES ? random.pick(declared.devices) : undefined;
  if (device) forgetDevice(soak, device);
  return Promise.resolve(device && `- ${device.logical}`);
};

/** Takes a device and its services out of the program. */
export function forgetDevice({ declared }: Soak, device: DeclaredDevice): void {
  declared.devices = declared.devices.filter((one) => one !== device);
  declared.services = declared.services.filter((one) => one.device !== device);
}

const changeDevice: Act = (soak, random) => {
  const device = random.pick(soak.declared.devices);
  if (!device) return Promise.resolve(undefined);
  const property = random.one(["name", "tags", "attributes"]);
  if (device.ignored.includes(property)) return Promise.resolve(undefined);
  if (property === "name") device.name = maybe(random, soak.fresh("name"));
  if (property === "tags") device.tags = maybe(random, someTags(random));
  if (property === "attributes") device.attributes = maybe(random, someAttributes(random));
  return Promise.resolve(`${device.logical}.${property} = ${JSON.stringify(device[property]) || "left out"}`);
};

/** Begins or ends to ignore changes of a property. Of what a create writes again by itself, nothing is ignored. */
const ignoreProperty: Act = ({ declared, managed }, random) => {
  const isKept = ({ id, logical, alias, origin, forgotten }: DeclaredDevice) =>
    managed.devices.has(alias ?? logical) &&
    managed.devices.get(alias ?? logical)?.id === id &&
    origin.kind !== "provisioned" &&
    forgotten === undefined;
  const device = random.pick(declared.devices.filter(isKept));
  if (!device) return Promise.resolve(undefined);
  const property = random.one(["name", "tags", "attributes"]);
  const isIgnored = device.ignored.includes(property);
  device.ignored = isIgnored ? device.ignored.filter((one) => one !== property) : [...device.ignored, property];
  return Promise.resolve(`${device.logical}.${property} is ${isIgnored ? "heeded again" : "ignored"}`);
};

const switchDevice: Act = async (soak, random) => {
  const device = random.pick(soak.declared.devices.filter(({ origin: { kind } }) => kind === "adopted"));
  if (!device) return undefined;
  device.id = await adoptable(soak, random);
  device.ignored = [];
  device.origin = { kind: "adopted", deviceId: device.id, deleteOnDestroy: random.chance(0.3) };
  return `${device.logical} adopts ${device.id}`;
};

const renameDevice: Act = (soak, random) => {
  const free = ({ alias, forgotten }: DeclaredDevice) => alias === undefined && forgotten === undefined;
  const device = random.pick(soak.declared.devices.filter(free));
  if (!device) return Promise.resolve(undefined);
  const old = device.logical;
  device.logical = soak.fresh("device");
  const isTold = random.chance(0.6);
  device[isTold ? "alias" : "forgotten"] = old;
  if (!isTold) device.ignored = [];
  return Promise.resolve(`${old} is now ${device.logical}${isTold ? "" : ", without alias"}`);
};

const addService: Act = (soak, random) => {
  const { declared } = soak;
  const device = declared.services.length < MOST_SERVICES ? random.pick(declared.devices) : undefined;
  if (!device) return Promise.resolve(undefined);
  const service: DeclaredService = {
    logical: soak.fresh("service"),
    alias: undefined,
    device,
    name: soak.fresh("svc"),
    application: random.one(applications),
    port: random.whole(1000, 9999),
    enabled: maybe(random, random.chance(0.5)),
  };
  // An application without a usual port needs one.
  if (service.application !== "TCP") service.port = maybe(random, service.port);
  declared.services.push(service);
  return Promise.resolve(`+ ${service.logical} on ${device.logical}`);
};

/** Two equal declarations are two services. Through REST a device has each name once. */
const twinService: Act = (soak, random) => {
  const { services } = soak.declared;
  const service = random.pick(services.filter(({ device }) => device.configurable));
  if (!service || services.length >= MOST_SERVICES) return Promise.resolve(undefined);
  const twin = { ...service, logical: soak.fresh("service"), alias: undefined };
  services.push(twin);
  return Promise.resolve(`+ ${twin.logical}, equal to ${service.logical}`);
};

const removeService: Act = (soak, random) => {
  const { declared } = soak;
  const service = random.pick(declared.services);
  declared.services = declared.services.filter((one) => one !== service);
  return Promise.resolve(service && `- ${service.logical}`);
};

const changeService: Act = (soak, random) => {
  const service = random.pick(soak.declared.services);
  if (!service) return Promise.resolve(undefined);
  const property = service.device.configurable ? random.one(["name", "application", "port", "enabled"]) : "name";
  if (property === "name") service.name = soak.fresh("svc");
  if (property === "application") service.application = random.one(applications);
  if (property === "port") service.port = random.whole(1000, 9999);
  if (property === "enabled") service.enabled = maybe(random, service.enabled !== true);
  if (service.application === "TCP") service.port ??= 7000;
  return Promise.resolve(`${service.logical}.${property} = ${String(service[property])}`);
};

const moveService: Act = (soak, random) => {
  const { services, devices } = soak.declared;
  const service = random.pick(services.filter(({ device }) => device.configurable));
  const target = random.pick(devices.filter((device) => device.configurable && device !== service?.device));
  if (!service || !target) return Promise.resolve(undefined);
  service.device = target;
  return Promise.resolve(`${service.logical} moves to ${target.logical}`);
};

const renameService: Act = (soak, random) => {
  const service = random.pick(soak.declared.services.filter(({ alias }) => alias === undefined));
  if (!service) return Promise.resolve(undefined);
  const old = service.logical;
  service.logical = soak.fresh("service");
  const isTold = random.chance(0.5);
  if (isTold) service.alias = old;
  return Promise.resolve(`${old} is now ${service.logical}${isTold ? "" : ", without alias"}`);
};

const changeWebhook: Act = (soak, random) => {
  const { declared, receiver } = soak;
  const isThere = random.chance(0.8);
  declared.webhook = isThere
    ? { url: `${receiver.url}/${random.whole(1, 3)}`, enabled: random.chance(0.8), takeover: random.chance(0.2) }
    : undefined;
  return Promise.resolve(declared.webhook ? `webhook ${JSON.stringify(declared.webhook)}` : "- webhook");
};

/** A program of few devices grows first. */
const growFirst =
  (act: Act): Act =>
  async (soak, random) =>
    soak.declared.devices.length < FEW_DEVICES ? addDevice(soak, random) : act(soak, random);

/** What a user does to the program; the commoner ones several times. */
const acts: readonly Act[] = [
  addDevice,
  addDevice,
  addDevice,
  removeDevice,
  changeDevice,
  changeDevice,
  ignoreProperty,
  switchDevice,
  renameDevice,
  addService,
  addService,
  addService,
  addService,
  twinService,
  removeService,
  changeService,
  changeService,
  moveService,
  renameService,
  changeWebhook,
];

export const edits = acts.map(growFirst);
