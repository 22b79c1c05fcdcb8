import type { TestAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";
import type { Declaration } from "./adapters";

/** What happens one after the other: somebody changes the account, or the program, and runs the engine. */
export type Happening =
  | { byHand: (account: TestAccount) => Promise<unknown> }
  | { run: "up" | "refresh" | "destroy"; flags?: string[]; declare?: Declaration; fails?: true };

/** A story that has to end with the same account, whichever adapter is at work. It begins with an empty account. */
export type Scenario = (account: TestAccount) => Promise<Happening[]>;

const change = (query: string, variables?: Record<string, unknown>) => ({
  byHand: ({ control }: TestAccount) => control.change(query, variables),
});

const service = (deviceId: unknown, more: object = {}): Declaration => ({
  ssh: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", ...more } },
});

export const scenarios: Record<string, Scenario> = {
  "a claimed device with its services and the webhook, edited": async ({ control }) => {
    const { claimCode } = await control.agent({ hardwareId: "hw", name: "fresh", online: false });
    const declare = (name: string, tags: string[], port: number): Declaration => ({
      pump: { type: "Device", properties: { claimCode, name, tags, attributes: { $remoteit: { color: port % 10 }, port } } },
      ssh: { type: "Service", properties: { deviceId: { idOf: "pump" }, name: "ssh", application: "SSH", port } },
      web: { type: "Service", properties: { deviceId: { idOf: "pump" }, name: "web", application: 7, enabled: port > 22 } },
      hook: { type: "Webhook", properties: { url: `https://example.com/${name}`, enabled: port > 22 } },
    });
    return [
      { run: "up", declare: declare("pump", ["a", "b"], 22) },
      { run: "up", declare: declare("pump-7", ["b", "c"], 2222) },
      { run: "refresh" },
      { run: "up" },
    ];
  },
  "a device made through REST": ({ sandbox: { projectKey, projectSecret } }) => {
    const provision = { projectKey, projectSecret };
    return Promise.resolve([
      {
        run: "up",
        declare: { pump: { type: "Device", properties: { provision, hardwareId: "hw", name: "made", tags: ["a"] } } },
      },
    ]);
  },
  "what left the program, with a refresh first": async ({ control }) => {
    const { deviceId } = await claimedDevice(control);
    const hook: Declaration = { hook: { type: "Webhook", properties: { url: "https://example.com/x" } } };
    return [
      { run: "up", declare: { ...service(deviceId), ...hook } },
      { run: "up", flags: ["--refresh"], declare: service(deviceId) },
    ];
  },
  "changes by hand, found and put right": async ({ control }) => {
    const { deviceId } = await claimedDevice(control);
    const properties = { deviceId, name: "pump", tags: ["a"], attributes: { site: "north" } };
    return [
      { run: "up", declare: { pump: { type: "Device", properties }, ...service(deviceId, { port: 22 }) } },
      change(`mutation($id: String!) { renameService(serviceId: $id, name: "theirs") }`, { id: deviceId }),
      change(`mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: "south", other: 1 }) }`, {
        id: deviceId,
      }),
      change(`mutation($id: String!) { addTag(serviceId: [$id], name: ["b"]) }`, { id: deviceId }),
      {
        byHand: async ({ control: by }) => {
          const id = (await contents(by)).devices[0]?.services[0]?.id;
          return by.change(`mutation($id: ID!) { updateService(id: $id, port: 99) { id } }`, { id });
        },
      },
      { run: "refresh" },
      { run: "up" },
    ];
  },
  "properties that leave the program stay as they are": async ({ control }) => {
    const { deviceId } = await claimedDevice(control);
    const pump = (more: object): Declaration => ({ pump: { type: "Device", properties: { deviceId, ...more } } });
    return [
      { run: "up", declare: pump({ name: "pump", tags: ["a"], attributes: { one: 1, two: 2 } }) },
      { run: "up", declare: pump({ attributes: { two: 2 } }) },
    ];
  },
  "a device of which not everything could be set at first": async ({ control }) => {
    const { claimCode } = await control.agent({ hardwareId: "hw", name: "fresh" });
    return [
      { byHand: ({ control: by }) => by.faults([{ match: { operation: "graphql:rename" }, kind: "false" }]) },
      { run: "up", declare: { pump: { type: "Device", properties: { claimCode, name: "pump", tags: ["a"] } } }, fails: true },
      { byHand: ({ control: by }) => by.clearFaults() },
      { run: "up" },
    ];
  },
  "a webhook that somebody else has set": () =>
    Promise.resolve([
      change(`mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/theirs") }`),
      { run: "up", declare: { hook: { type: "Webhook", properties: { url: "https://example.com/ours" } } }, fails: true },
      {
        run: "up",
        declare: { hook: { type: "Webhook", properties: { url: "https://example.com/ours", takeover: true } } },
      },
    ]),
};
