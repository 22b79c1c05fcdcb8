import { claimed } from "../sandbox/support";
import { type Account, defineCase, numbered } from "./case";

interface Service {
  id: string;
  link: { url: string; enabled: boolean } | null;
}

const SET = "mutation($id: String!, $enabled: Boolean) { setConnectLink(serviceId: $id, enabled: $enabled) { url } }";

async function services({ control }: Account): Promise<Service[]> {
  const query = "{ login { devices(size: 1000) { items { id services { id link(type: [HTTPS, WSS]) { url enabled } } } } } }";
  const { login } = (await control.change(query)) as { login: { devices: { items: { services: Service[] }[] } } };
  return login.devices.items.flatMap((device) => device.services);
}

/** Web services of a device of their own. */
async function someServices(account: Account, count: number): Promise<string[]> {
  const before = new Set((await services(account)).map(({ id }) => id));
  const web = numbered(count, (number) => ({ name: `web-${number}`, application: 7 }));
  await claimed(account.control, { hardwareId: "hw-pump-of-links", name: "pump", services: web });
  return (await services(account)).map(({ id }) => id).filter((id) => !before.has(id));
}

const service = async (account: Account): Promise<string> => (await someServices(account, 1))[0] ?? "";

export default defineCase({
  type: "ConnectLink",
  declared: async (account) => ({ serviceId: await service(account), enabled: true, password: "open-sesame" }),
  several: async (account, count) => (await someServices(account, count)).map((serviceId) => ({ serviceId })),
  changed: { enabled: false, password: "close-sesame" },
  there: async (account) => {
    const serviceId = await service(account);
    await account.control.change(SET, { id: serviceId });
    return { serviceId, enabled: true };
  },
  alter: async ({ control }, id) => {
    await control.change(SET, { id, enabled: false });
    return ["enabled"];
  },
  remove: ({ control }, id) => control.change("mutation($id: String!) { removeConnectLink(serviceId: $id) }", { id }),
  held: async (account) =>
    (await services(account)).flatMap(({ id, link }) =>
      link ? [{ id, properties: { serviceId: id, enabled: link.enabled } }] : [],
    ),
});
