import type { Control } from "../../sandbox";
import { unmarked } from "../support/marks";

interface Answer {
  login: {
    id: string;
    notificationSettings: { urlNotifications: boolean | null; notificationUrl: string | null };
    devices: {
      items: {
        id: string;
        name: string;
        tags: { name: string }[];
        attributes: object;
        notificationSettings: { emailNotifications: boolean | null };
        services: { id: string; name: string; application: number; port: number }[];
      }[];
    };
  };
}

const query = `{ login {
  id
  notificationSettings { urlNotifications notificationUrl }
  devices(size: 1000) { items {
    id name attributes tags { name } notificationSettings { emailNotifications }
    services { id name application port }
  } }
} }`;

export interface Summary {
  /** One for each device, with its services, and one for the webhook: `pump #tag {"site":"north"} [ssh 28 22]`, in order. */
  lines: string[];
  /** Ids by the kind of thing. */
  ids: { Device: string[]; Service: string[]; Webhook: string[] };
}

/** Without the marks that resources leave: their names are of chance. */
function attributesOf(attributes: object): string[] {
  const others = unmarked(attributes);
  return Object.keys(others).length > 0 ? [JSON.stringify(others)] : [];
}

/** What the account really holds, asked past the provider. */
export async function summary(control: Control): Promise<Summary> {
  const { login } = (await control.change(query)) as Answer;
  const { urlNotifications, notificationUrl } = login.notificationSettings;
  const devices = login.devices.items.map(({ name, tags, attributes, notificationSettings, services }) =>
    [
      name,
      // A set, of which an account may keep another spelling.
      ...tags.map((tag) => `#${tag.name}`).sort((one, other) => one.localeCompare(other)),
      ...attributesOf(attributes),
      ...(notificationSettings.emailNotifications === false ? ["no mail"] : []),
      `[${services
        .map((one) => `${one.name} ${one.application} ${one.port}`)
        .sort()
        .join(", ")}]`,
    ].join(" "),
  );
  const webhook = notificationUrl ? [`webhook ${notificationUrl}${urlNotifications ? "" : " (off)"}`] : [];
  return {
    lines: [...devices, ...webhook].sort(),
    ids: {
      Device: login.devices.items.map(({ id }) => id),
      Service: login.devices.items.flatMap(({ services }) => services.map(({ id }) => id)),
      Webhook: notificationUrl ? [login.id] : [],
    },
  };
}
