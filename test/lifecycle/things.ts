import type { Control } from "../../sandbox";

/** What an account holds of a device and its service, by leaf: `tag/a`, `attribute/room/door`, `ssh/port`. */
export type Things = Record<string, unknown>;

interface Answer {
  login: {
    device: {
      name: string;
      tags: { name: string }[];
      attributes: Record<string, unknown>;
      notificationSettings: { emailNotifications: boolean | null };
      services: { id: string; name: string; port: number; host: string; enabled: boolean }[];
    }[];
  };
}

const QUERY = `query($id: [String!]!) { login { device(id: $id) {
  name attributes tags { name } notificationSettings { emailNotifications } services { id name port host enabled }
} } }`;

const read = async (control: Control, id: string) => {
  const { login } = (await control.change(QUERY, { id: [id] })) as Answer;
  const [device] = login.device;
  if (!device) throw new Error("The device is gone.");
  return device;
};

/** What the account holds of the device now. */
export async function readThings(control: Control, deviceId: string): Promise<Things> {
  const { name, tags, attributes, notificationSettings, services } = await read(control, deviceId);
  const ssh = services.find((service) => service.name === "ssh");
  return {
    name,
    mail: notificationSettings.emailNotifications,
    ...Object.fromEntries(tags.map((tag) => [`tag/${tag.name}`, true])),
    ...flat("attribute", attributes),
    ...(ssh && flat("ssh", { port: ssh.port, host: ssh.host, enabled: ssh.enabled })),
  };
}

function flat(path: string, map: object): Things {
  const entries = Object.entries(map as Things).map(([key, value]): Things => {
    const inner = `${path}/${key}`;
    return typeof value === "object" && value !== null ? flat(inner, value) : { [inner]: value };
  });
  return Object.assign({}, ...entries) as Things;
}

/** Somebody sets one leaf by hand, past the provider; undefined takes it away. */
export async function write(control: Control, deviceId: string, leaf: string, value: unknown): Promise<void> {
  const [kind, ...path] = leaf.split("/");
  const change = (query: string, variables: object) => control.change(query, { id: deviceId, ...variables });
  switch (kind) {
    case "name":
      await change("mutation($id: String!, $value: String!) { renameService(serviceId: $id, name: $value) }", { value });
      break;
    case "tag": {
      const mutation = value === undefined ? "removeTag" : "addTag";
      await change(`mutation($id: String!, $tag: String!) { ${mutation}(serviceId: [$id], name: [$tag]) }`, { tag: path[0] });
      break;
    }
    case "attribute": {
      const attributes = path.reduceRight((inner: unknown, key) => ({ [key]: inner }), value ?? null);
      await change("mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }", {
        attributes,
      });
      break;
    }
    case "mail":
      await change(
        "mutation($id: String!, $value: Boolean) { setNotificationSettings(serviceId: $id, emailNotifications: $value) }",
        {
          value,
        },
      );
      break;
    default: {
      const { services } = await read(control, deviceId);
      const [service] = services;
      const type = { port: "Int", host: "String", enabled: "Boolean" }[path[0] ?? ""];
      await control.change(`mutation($id: ID!, $value: ${type}) { updateService(id: $id, ${path[0]}: $value) { id } }`, {
        id: service?.id,
        value,
      });
    }
  }
}
