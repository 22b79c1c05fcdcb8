import { claimed } from "../sandbox/support";
import { unmarked } from "../support/marks";
import { type Account, defineCase, numbered } from "./case";

interface Device {
  id: string;
  services: { id: string; attributes: object }[];
}

const declared = async ({ control }: Account) => {
  const deviceId = await claimed(control, { hardwareId: "hw-pump", name: "pump", online: false });
  return { deviceId, name: "ssh", application: "SSH", port: 22, attributes: { site: "north" } };
};

export default defineCase({
  type: "Service",
  declared,
  several: async (account, count) => {
    const first = await declared(account);
    return numbered(count, (number) => ({ ...first, name: `ssh-${number}`, port: 22_000 + number }));
  },
  changed: { name: "shell", application: "HTTP", host: "10.0.0.7", port: 8080, enabled: false, attributes: { site: "south" } },
  there: async (account) => {
    const properties = await declared(account);
    const add = 'mutation($id: String!) { addService(deviceId: $id, name: "ssh", application: 28, port: 22) { id } }';
    const { addService } = (await account.control.change(add, { id: properties.deviceId })) as { addService: { id: string } };
    const set = 'mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: "north" }) }';
    await account.control.change(set, { id: addService.id });
    return properties;
  },
  alter: async ({ control }, id) => {
    await control.change("mutation($id: ID!) { updateService(id: $id, port: 99) { id } }", { id });
    return ["port"];
  },
  remove: ({ control }, id) => control.change("mutation($id: ID!) { removeService(id: $id) }", { id }),
  held: async ({ control }) => {
    const query =
      "{ login { devices(size: 1000) { items { id services { id name application host port enabled attributes } } } } }";
    const { login } = (await control.change(query)) as { login: { devices: { items: Device[] } } };
    return login.devices.items.flatMap(({ id: deviceId, services }) =>
      services.map(({ id, attributes, ...properties }) => ({
        id,
        properties: { deviceId, ...properties, attributes: unmarked(attributes) },
      })),
    );
  },
});
