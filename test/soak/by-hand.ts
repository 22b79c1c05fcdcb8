import type { LiveDevice } from "./account";
import { readAccount } from "./account";
import type { DeclaredDevice } from "./model";
import type { Random } from "./random";
import type { Act, Soak } from "./soak";

/** Somebody else's work in the web application or on the machine. */
const change = async ({ account }: Soak, mutation: string, variables: Record<string, unknown>): Promise<void> => {
  // What the program has removed meanwhile cannot be changed: then nothing was done.
  await account.control.change(mutation, variables).catch(() => undefined);
};

/** Any device of the account; while the engine works, only one of which the program declares the property, so that it heals. */
async function target(
  soak: Soak,
  random: Random,
  isDuring: boolean,
  property: "name" | "tags" | "attributes",
): Promise<LiveDevice | undefined> {
  const { devices } = await readAccount(soak.account.control);
  const declared = new Map(soak.declared.devices.map((device) => [device.id, device]));
  const all = [...devices.values()].filter(({ id }) => !isDuring || declaresIt(declared.get(id), property));
  return random.pick(all.sort((one, other) => one.hardwareId.localeCompare(other.hardwareId)));
}

const declaresIt = (device: DeclaredDevice | undefined, property: "name" | "tags" | "attributes") =>
  device?.[property] !== undefined && !device.ignored.includes(property);

const rename =
  (isDuring: boolean): Act =>
  async (soak, random) => {
    const device = await target(soak, random, isDuring, "name");
    if (!device) return undefined;
    const name = soak.fresh("hand");
    await change(soak, "mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", {
      id: device.id,
      name,
    });
    return `${device.name} is renamed ${name}`;
  };

const retag =
  (isDuring: boolean): Act =>
  async (soak, random) => {
    const device = await target(soak, random, isDuring, "tags");
    if (!device) return undefined;
    const tag = random.pick(device.tags);
    const isAdded = tag === undefined || random.chance(0.5);
    const variables = { ids: [device.id], names: [isAdded ? "by-hand" : tag] };
    await change(
      soak,
      `mutation($ids: [String!]!, $names: [String!]!) { ${isAdded ? "addTag" : "removeTag"}(serviceId: $ids, name: $names) }`,
      variables,
    );
    return `${device.name} ${isAdded ? "gets" : "loses"} tag ${variables.names.join("")}`;
  };

const setAttribute =
  (isDuring: boolean): Act =>
  async (soak, random) => {
    const device = await target(soak, random, isDuring, "attributes");
    const { attributes = {} } = soak.declared.devices.find(({ id }) => id === device?.id) ?? {};
    const key = random.pick(isDuring ? Object.keys(attributes).filter((name) => name !== "$remoteit") : ["site", "hand"]);
    if (!device || key === undefined) return undefined;
    const value = random.one(["by hand", null]);
    await change(soak, "mutation($id: String, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }", {
      id: device.id,
      attributes: { [key]: value },
    });
    return `attribute ${key} of ${device.name} is ${value === null ? "removed" : "set"}`;
  };

const changeService: Act = async (soak, random) => {
  const [logical, id] = random.pick([...soak.managed.services]) ?? [];
  if (id === undefined) return undefined;
  const how = random.one(["removed", "renamed", "moved to another port"]);
  if (how === "removed") await change(soak, "mutation($id: ID!) { removeService(id: $id) }", { id });
  if (how === "renamed") {
    const name = soak.fresh("hand");
    await change(soak, "mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name });
  }
  if (how === "moved to another port") {
    const declared = soak.declared.services.find((service) => service.logical === logical || service.alias === logical);
    if (declared?.port === undefined) return undefined;
    await change(soak, "mutation($id: ID!, $port: Int) { updateService(id: $id, port: $port) { id } }", { id, port: 4 });
  }
  return `${String(logical)} is ${how}`;
};

const addService: Act = async (soak, random) => {
  const { devices } = await readAccount(soak.account.control);
  const device = random.pick([...devices.values()].filter(({ isConfigurable }) => isConfigurable));
  if (!device) return undefined;
  const variables = { id: device.id, name: soak.fresh("by-hand"), port: random.whole(1000, 9999) };
  await change(
    soak,
    "mutation($id: String!, $name: String, $port: Int) { addService(deviceId: $id, name: $name, application: 28, port: $port) { id } }",
    variables,
  );
  return `${device.name} gets service ${variables.name}`;
};

const deleteDevice: Act = async (soak, random) => {
  const { devices } = await readAccount(soak.account.control);
  const device = random.pick([...devices.values()].filter(({ isActive }) => !isActive));
  if (!device || random.chance(0.5)) return undefined;
  await change(soak, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: device.id });
  return `${device.name} is deleted`;
};

const comeOrGo: Act = async (soak, random) => {
  const { devices } = await readAccount(soak.account.control);
  const device = random.pick([...devices.values()]);
  if (!device) return undefined;
  const state = device.isActive ? "offline" : "online";
  await soak.account.control.agentState(device.id, state).catch(() => undefined);
  return `${device.name} goes ${state}`;
};

const setWebhook: Act = async (soak, random) => {
  const url = random.one([`${soak.receiver.url}/theirs`, ""]);
  await change(
    soak,
    "mutation($url: String!, $on: Boolean!) { setNotificationSettings(notificationUrl: $url, urlNotifications: $on) }",
    {
      url,
      on: url !== "",
    },
  );
  return url === "" ? "the webhook is cleared" : "the webhook is somebody else's";
};

const rotateKey: Act = async (soak) => {
  const { control } = soak.account;
  const { accessKeyId, secretAccessKey } = await control.key();
  await soak.stack.configure({ "remoteit:accessKeyId": accessKeyId, "remoteit:secretAccessKey": { secret: secretAccessKey } });
  await control.disableKey(soak.keys.accessKeyId);
  soak.keys = { accessKeyId, secretAccessKey };
  soak.secrets.push(secretAccessKey);
  soak.isKeyRotated = true;
  return "the access key is rotated";
};

/** Between the engine's runs. */
export const byHand: readonly Act[] = [
  rename(false),
  rename(false),
  retag(false),
  retag(false),
  setAttribute(false),
  changeService,
  changeService,
  addService,
  deleteDevice,
  comeOrGo,
  comeOrGo,
  comeOrGo,
  setWebhook,
  rotateKey,
];

/** While the engine works: what the next `pulumi refresh` and `pulumi up` heal, whenever it happened. */
export const meanwhile: readonly Act[] = [
  rename(true),
  retag(true),
  setAttribute(true),
  changeService,
  comeOrGo,
  (soak, random) => (soak.declared.webhook ? setWebhook(soak, random) : Promise.resolve(undefined)),
];
