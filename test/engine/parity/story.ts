import type { TestAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";
import type { Declaration, Neutral } from "./adapters";

/** What happens one after the other: somebody changes the account, or the program, and runs the engine. */
export type Happening =
  | { byHand: (account: TestAccount) => Promise<unknown> }
  | { run: "up" | "refresh" | "destroy"; flags?: string[]; declare?: Declaration };

const change = (query: string, variables?: Record<string, unknown>) => ({
  byHand: ({ control }: TestAccount) => control.change(query, variables),
});

const service = (deviceId: string, more: object = {}): Neutral => ({
  type: "Service",
  properties: { deviceId, name: "ssh", application: "SSH", ...more },
});

/** What has to end with the same account, whichever adapter is at work. It begins with an empty account. */
export async function story({ control, sandbox: { projectKey, projectSecret } }: TestAccount): Promise<Happening[]> {
  const { claimCode } = await control.agent({ hardwareId: "hw", name: "fresh", online: false });
  const { deviceId: others } = await claimedDevice(control, { hardwareId: "hw-others" });
  const { deviceId: theirs } = await claimedDevice(control, { hardwareId: "hw-theirs" });
  const { deviceId } = await claimedDevice(control, { hardwareId: "hw-less" });
  const edited = (name: string, tags: string[], port: number): Declaration => ({
    pump: { type: "Device", properties: { claimCode, name, tags, attributes: { $remoteit: { color: port % 10 }, port } } },
    "pump-ssh": { type: "Service", properties: { deviceId: { idOf: "pump" }, name: "ssh", application: "SSH", port } },
    "pump-web": {
      type: "Service",
      properties: { deviceId: { idOf: "pump" }, name: "web", application: 7, enabled: port > 22 },
    },
  });
  const provision = { projectKey, projectSecret };
  const stay: Declaration = {
    made: { type: "Device", properties: { provision, hardwareId: "hw-made", name: "made", tags: ["a"] } },
    theirs: { type: "Device", properties: { deviceId: theirs, name: "theirs", tags: ["a"], attributes: { site: "north" } } },
    "theirs-ssh": service(theirs, { port: 22 }),
    "others-ssh": service(others),
  };
  const less = (more: object): Declaration => ({ less: { type: "Device", properties: { deviceId, ...more } } });
  const hook = (properties: object): Declaration => ({ hook: { type: "Webhook", properties: { ...properties } } });
  const first = {
    ...edited("pump", ["a", "b"], 22),
    ...less({ name: "less", tags: ["a"], attributes: { one: 1, two: 2 } }),
    ...hook({ url: "https://example.com/pump", enabled: false }),
    ...stay,
  };
  const second = { ...edited("pump-7", ["b", "c"], 2222), ...less({ attributes: { two: 2 } }), ...stay };
  return [
    { run: "up", declare: first },
    { run: "up", declare: { ...second, ...hook({ url: "https://example.com/pump-7", enabled: true }) } },
    change(`mutation($id: String!) { renameService(serviceId: $id, name: "by hand") }`, { id: theirs }),
    change(`mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: "south", other: 1 }) }`, { id: theirs }),
    change(`mutation($id: String!) { addTag(serviceId: [$id], name: ["b"]) }`, { id: theirs }),
    {
      byHand: async ({ control: by }) => {
        const id = (await contents(by)).devices.find((device) => device.id === theirs)?.services[0]?.id;
        return by.change(`mutation($id: ID!) { updateService(id: $id, port: 99) { id } }`, { id });
      },
    },
    { run: "refresh" },
    { run: "up" },
    { run: "up", flags: ["--refresh"], declare: second }, // without the webhook
  ];
}
