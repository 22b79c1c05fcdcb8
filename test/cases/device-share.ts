import { claimed } from "../sandbox/support";
import { type Account, defineCase, numbered } from "./case";

const GUEST = "guest@example.com";

interface Person {
  user: { email: string };
  scripting: boolean;
}

interface Device {
  id: string;
  access: Person[];
  services: { id: string; name: string; access: Person[] }[];
}

const SHARE = `mutation($id: String!, $email: [String!]!, $action: SharingAction! = ADD, $services: [ServiceSharingOptions!]) {
  share(deviceId: $id, email: $email, action: $action, services: $services)
}`;

const READ =
  "{ login { devices(size: 1000) { items { id access { user { email } scripting } services { id name access { user { email } } } } } } }";

async function devices({ control }: Account): Promise<Device[]> {
  return ((await control.change(READ)) as { login: { devices: { items: Device[] } } }).login.devices.items;
}

/** Somebody with an account, which outlives a reset. */
const isSomebody = ({ control }: Account) =>
  control.account(GUEST).catch((error: unknown) => {
    if (!String(error).includes("already")) throw error;
  });

/** A device with two services, and somebody with whom it may be shared. */
async function prepared(account: Account) {
  const { control } = account;
  await isSomebody(account);
  const services = [
    { name: "ssh", application: 28 },
    { name: "http", application: 7 },
  ];
  const deviceId = await claimed(control, { hardwareId: "hw-pump", name: "pump", online: false, services });
  const device = (await devices(account)).find(({ id }) => id === deviceId);
  const ssh = device?.services.find(({ name }) => name === "ssh")?.id;
  return { deviceId, email: GUEST, services: [ssh] };
}

const partsOf = (id: string) => ({ id: id.slice(0, id.indexOf("/")), email: [id.slice(id.indexOf("/") + 1)] });

export default defineCase({
  type: "DeviceShare",
  declared: async (account) => ({ ...(await prepared(account)), scripting: false }),
  several: async (account, count) => {
    await isSomebody(account);
    const agents = numbered(count, (number) => ({
      hardwareId: `hw-shared-${number}`,
      name: `shared-${number}`,
      online: false,
      services: [{ name: "ssh", application: 28 }],
    }));
    const ids = await Promise.all(agents.map((agent) => claimed(account.control, agent)));
    return ids.map((deviceId) => ({ deviceId, email: GUEST }));
  },
  changed: { services: ["*"], scripting: true },
  there: async (account) => {
    const { deviceId: id, email, services } = await prepared(account);
    await account.control.change(SHARE, { id, email: [email], services: services.map((serviceId) => ({ serviceId })) });
    return { deviceId: id, email, services };
  },
  alter: async (account, id) => {
    const { id: deviceId, email } = partsOf(id);
    const device = (await devices(account)).find((one) => one.id === deviceId);
    const services = device?.services.map(({ id: serviceId, name }) => ({
      serviceId,
      action: name === "http" ? "ADD" : "REMOVE",
    }));
    await account.control.change(SHARE, { id: deviceId, email, services });
    return ["services"];
  },
  remove: ({ control }, id) => control.change(SHARE, { ...partsOf(id), action: "REMOVE" }),
  held: async (account) =>
    (await devices(account)).flatMap(({ id: deviceId, access, services }) =>
      access.map(({ user: { email }, scripting }) => {
        const own = services.filter((service) => service.access.some(({ user }) => user.email === email)).map(({ id }) => id);
        const shared = own.length === services.length ? ["*"] : own;
        return { id: `${deviceId}/${email}`, properties: { deviceId, email, services: shared, scripting } };
      }),
    ),
});
