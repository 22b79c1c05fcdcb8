import type { Control } from "../../sandbox";
import { claimed } from "../sandbox/support";
import { unmarked } from "../support/marks";
import { defineCase, numbered } from "./case";

interface Device extends Record<"id" | "name", string> {
  tags: { name: string }[];
  attributes: object;
}

const agent = { hardwareId: "hw-pump", name: "pump", online: false };
const hardwareId = agent.hardwareId;

const settings = {
  name: "pump",
  tags: ["a"],
  attributes: { site: "north" },
  notificationSettings: { emailNotifications: false },
};
const SET = `mutation($id: String!) { addTag(serviceId: [$id], name: ["a"])
  setAttributes(serviceId: $id, attributes: { site: "north" }) setNotificationSettings(serviceId: $id, emailNotifications: false) }`;

const code = async (control: Control) => (await control.agent(agent)).claimCode;

export default defineCase({
  type: "Device",
  declared: async ({ control }) => ({ claimCode: await code(control), hardwareId, ...settings }),
  several: ({ control }, count) =>
    Promise.all(
      numbered(count, async (number) => ({
        deviceId: await claimed(control, { hardwareId: `hw-pump-${number}`, name: `pump-${number}`, online: false }),
        tags: ["a"],
      })),
    ),
  changed: { name: "gate", tags: ["b"], attributes: { site: "south" }, notificationSettings: { emailNotifications: true } },
  there: async ({ control }) => {
    const deviceId = await claimed(control, agent);
    await control.change(SET, { id: deviceId });
    return { deviceId, ...settings };
  },
  alter: async ({ control }, id) => {
    await control.change('mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: "theirs" }) }', { id });
    return ["attributes.site"];
  },
  remove: ({ control }, id) => control.change("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id }),
  held: async ({ control }) => {
    const fields = "id name tags { name } attributes notificationSettings { emailNotifications desktopNotifications }";
    const query = `{ login { devices(size: 1000) { items { ${fields} } } } }`;
    const { login } = (await control.change(query)) as { login: { devices: { items: Device[] } } };
    return login.devices.items.map(({ id, tags, attributes, ...others }) => ({
      id,
      properties: { ...others, tags: tags.map(({ name }) => name), attributes: unmarked(attributes) },
    }));
  },
  ways: {
    "Device, adopted": { how: "there", declared: async ({ control }) => ({ deviceId: await claimed(control, agent) }) },
    // Its agent has registered for the program's sake: so it counts as made.
    "Device, awaited": { how: "awaited", declared: ({ control }) => claimed(control, agent).then(() => ({ hardwareId })) },
    "Device, claimed": { how: "once", declared: async ({ control }) => ({ claimCode: await code(control) }) },
    "Device, claimed with hardwareId": {
      how: "made",
      declared: async ({ control }) => ({ claimCode: await code(control), hardwareId }),
    },
  },
  isMadeOnce: true,
});
