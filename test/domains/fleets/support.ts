import type { Control } from "../../../sandbox";
import { claimed } from "../../sandbox/support";

export interface Held {
  id: string;
  name: string;
  tags: string[];
  attributes: Record<string, unknown>;
  notificationSettings: { emailNotifications: boolean | null; desktopNotifications: boolean | null };
  services: { name: string; application: number; port: number | null; enabled: boolean }[];
}

const TEXT = `{ login { devices(size: 1000, sort: "created") { items {
  id name attributes tags { name } notificationSettings { emailNotifications desktopNotifications }
  services { name application port enabled }
} } } }`;

interface Answer {
  login: { devices: { items: (Omit<Held, "tags"> & { tags: { name: string }[] })[] } };
}

/** The account's devices, asked past the provider. */
export async function heldDevices(control: Control): Promise<Held[]> {
  const { login } = (await control.change(TEXT)) as Answer;
  return login.devices.items.map((device) => ({
    ...device,
    tags: device.tags.map(({ name }) => name).sort(),
    services: device.services.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  }));
}

interface Made {
  name: string;
  tags?: string[];
  attributes?: object;
  services?: { name: string; application: number; port?: number }[];
}

/** A device of the account. */
export async function device(control: Control, { name, tags = [], attributes, services = [] }: Made): Promise<string> {
  const id = await claimed(control, { hardwareId: `hw-${name}`, name, services });
  if (tags.length > 0)
    await control.change("mutation($id: [String!]!, $tags: [String!]!) { addTag(serviceId: $id, name: $tags) }", {
      id: [id],
      tags,
    });
  if (attributes)
    await control.change(
      "mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }",
      {
        id,
        attributes,
      },
    );
  return id;
}
