import type { Control } from "../../sandbox";
import type { Declaration } from "../adapters";
import type { Scene, Step, Story } from "./story";

const change = (query: string, variables?: Record<string, unknown>): Step => ({
  byHand: ({ control }) => control.change(query, variables),
});

const CLAIM = "mutation($code: String!) { claimDevice(code: $code) { id } }";

type Agent = Partial<Parameters<Control["agent"]>[0]>;

/** A device that is in the account without the program's doing; offline, so that it can be deleted. */
async function owned({ control }: Scene, agent: Agent = {}): Promise<string> {
  const { deviceId, claimCode } = await control.agent({ hardwareId: "hw-1", name: "pump", online: false, ...agent });
  await control.change(CLAIM, { code: claimCode });
  return deviceId;
}

/** The id of the account's first service. */
async function serviceId({ control }: Scene): Promise<string> {
  const { login } = (await control.change("{ login { devices(size: 10) { items { services { id } } } } }")) as {
    login: { devices: { items: { services: { id: string }[] }[] } };
  };
  return login.devices.items.flatMap(({ services }) => services)[0]?.id ?? "";
}

const service = (deviceId: unknown, more: object = {}): Declaration => ({
  ssh: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", ...more } },
});

const hook = (enabled: boolean): Declaration => ({
  hook: { type: "Webhook", properties: { url: "https://example.com/ours", enabled } },
});

const pump = (properties: object): Declaration => ({ pump: { type: "Device", properties: { ...properties } } });

/**
 * What users do, in an account of which much is unknown. Each ends with the same account in every world, told in the same words,
 * with a clean preview and without drift.
 */
export const stories: Record<string, Story> = {
  "a claimed device with services and the webhook, edited": async ({ control }) => {
    const { claimCode } = await control.agent({ hardwareId: "hw", name: "fresh", online: false });
    const declare = (name: string, tags: string[], port: number): Declaration => ({
      pump: { type: "Device", properties: { claimCode, name, tags, attributes: { $remoteit: { color: port % 10 }, port } } },
      ssh: { type: "Service", properties: { deviceId: { idOf: "pump" }, name: "ssh", application: "SSH", port } },
      web: { type: "Service", properties: { deviceId: { idOf: "pump" }, name: "web", application: 7, enabled: port > 22 } },
      hook: { type: "Webhook", properties: { url: `https://example.com/${name}` } },
    });
    const edited = declare("pump-7", ["b", "c"], 2222);
    // Where names of services begin with the device's, they keep the old one until a refresh shows it.
    return [{ up: declare("pump", ["a", "b"], 22) }, { up: edited }, { run: "refresh" }, { up: edited }];
  },
  "a claimed device, destroyed": async ({ control }) => {
    const { claimCode } = await control.agent({ hardwareId: "hw", name: "fresh", online: false });
    return [{ up: pump({ claimCode }) }, { run: "destroy" }];
  },
  "a claim code that nobody knows": () => Promise.resolve([{ up: pump({ claimCode: "WRONG123" }), fails: true }]),
  "an adopted device and its service, destroyed": async (scene) => {
    const deviceId = await owned(scene);
    const adopted = pump({ deviceId, name: "mine" });
    return [{ up: { ...adopted, ...service({ idOf: "pump" }) } }, { run: "destroy" }];
  },
  "an awaited device": async (scene) => {
    await owned(scene, { hardwareId: "awaited" });
    return [{ up: pump({ hardwareId: "awaited", name: "here", tags: ["a"] }) }, { run: "refresh" }];
  },
  "a device made through a bulk project, with a service": ({ sandbox: { projectKey, projectSecret } }) => {
    const provision = { projectKey, projectSecret };
    return Promise.resolve([
      {
        up: {
          pump: { type: "Device", properties: { provision, hardwareId: "hw", name: "made", tags: ["a"] } },
          ssh: { type: "Service", properties: { deviceId: { idOf: "pump" }, name: "ssh", application: "SSH", provision } },
        },
      },
      { run: "refresh" },
    ]);
  },
  "tags of another spelling": async (scene) => {
    const deviceId = await owned(scene);
    return [
      change('mutation($id: String!) { addTag(serviceId: [$id], name: ["Prod", "North"]) }', { id: deviceId }),
      { up: pump({ deviceId, tags: ["prod", "pump"] }) },
      { run: "refresh" },
      { up: pump({ deviceId, tags: ["PROD", "pump"] }) },
      { run: "refresh" },
    ];
  },
  "attributes inside attributes, of which some go": async (scene) => {
    const deviceId = await owned(scene);
    const set = "mutation($id: String!, $a: Object!) { setAttributes(serviceId: $id, attributes: $a) }";
    return [
      { up: pump({ deviceId, attributes: { site: { floor: 1, room: { door: 2, light: true } }, $remoteit: { color: 3 } } }) },
      change(set, { id: deviceId, a: { theirs: 1 } }),
      { up: pump({ deviceId, attributes: { site: { floor: 1, room: { light: true } }, $remoteit: { color: 4 } } }) },
      { run: "refresh" },
      { up: pump({ deviceId, attributes: { site: { floor: 2 } } }) },
    ];
  },
  "notifications, and a webhook that another has set": async (scene) => {
    const deviceId = await owned(scene);
    const device = pump({ deviceId, notificationSettings: { emailNotifications: false } });
    const ours = (more: object = {}): Declaration => ({
      hook: { type: "Webhook", properties: { url: "https://example.com/ours", ...more } },
    });
    return [
      change(`mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/theirs") }`),
      { up: { ...device, ...ours() }, fails: true },
      { up: { ...device, ...ours({ takeover: true }) } },
      { run: "refresh" },
    ];
  },
  "notifications given back to the account": async (scene) => {
    const deviceId = await owned(scene);
    return [
      { up: pump({ deviceId, notificationSettings: { emailNotifications: false, desktopNotifications: true } }) },
      { up: pump({ deviceId, notificationSettings: { emailNotifications: null, desktopNotifications: false } }) },
      { run: "refresh" },
    ];
  },
  "an attribute with a dot in its name": async (scene) => {
    const deviceId = await owned(scene);
    return [
      { up: pump({ deviceId, attributes: { site: "north", "net.ip": "10.0.0.7" } }) },
      { run: "refresh" },
      { up: pump({ deviceId, attributes: { site: "south", "net.ip": "10.0.0.8" } }) },
    ];
  },
  "a webhook that is switched off, on and off again": () =>
    Promise.resolve([{ up: hook(false) }, { run: "refresh" }, { up: hook(true) }, { up: hook(false) }, { run: "refresh" }]),
  "a webhook that is switched on again": () =>
    Promise.resolve([{ up: hook(true) }, { up: hook(false) }, { run: "refresh" }, { up: hook(true) }]),
  "services that are there, changed, moved and taken away by hand": async (scene) => {
    const one = await owned(scene, { services: [{ name: "ssh", application: 28, port: 22 }] });
    const other = await owned(scene, { hardwareId: "hw-2", name: "valve" });
    return [
      { up: service(one, { port: 22 }) },
      { up: service(one, { port: 2222, host: "10.0.0.7" }) },
      { run: "refresh" },
      { up: service(other, { port: 2222, host: "10.0.0.7" }) },
      {
        byHand: async (now) => now.control.change("mutation($id: ID!) { removeService(id: $id) }", { id: await serviceId(now) }),
      },
      { run: "refresh" },
      { up: service(other, { port: 2222, host: "10.0.0.7" }) },
    ];
  },
  "a service under a new logical name": async (scene) => {
    const deviceId = await owned(scene);
    const { ssh } = service(deviceId);
    return [{ up: service(deviceId) }, { up: ssh ? { shell: ssh } : {} }, { run: "refresh" }];
  },
  "a service whose device gets another name": async (scene) => {
    const deviceId = await owned(scene);
    return [
      { up: { ...pump({ deviceId, name: "pump" }), ...service({ idOf: "pump" }) } },
      { up: { ...pump({ deviceId, name: "valve" }), ...service({ idOf: "pump" }, { enabled: false }) } },
      { run: "refresh" },
      { up: { ...pump({ deviceId, name: "valve" }), ...service({ idOf: "pump" }, { enabled: true }) } },
    ];
  },
  "changes by hand, found and put right": async (scene) => {
    const deviceId = await owned(scene);
    const properties = { deviceId, name: "pump", tags: ["a"], attributes: { site: "north" } };
    return [
      { up: { ...pump(properties), ...service(deviceId, { port: 22 }) } },
      change('mutation($id: String!) { renameService(serviceId: $id, name: "theirs") }', { id: deviceId }),
      change('mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: "south", other: 1 }) }', {
        id: deviceId,
      }),
      change('mutation($id: String!) { addTag(serviceId: [$id], name: ["b"]) }', { id: deviceId }),
      {
        byHand: async (now) =>
          now.control.change("mutation($id: ID!) { updateService(id: $id, port: 99) { id } }", { id: await serviceId(now) }),
      },
      { run: "refresh" },
      { up: { ...pump(properties), ...service(deviceId, { port: 22 }) } },
    ];
  },
};
