import type { Control } from "../../sandbox";

interface Account {
  login: {
    notificationSettings: { notificationUrl: string | null } | null;
    devices: {
      items: {
        name: string;
        state: string;
        tags: { name: string }[] | null;
        services: { name: string; title: string; port: number | null }[];
      }[];
    };
  };
}

const query = `{
  login {
    notificationSettings { notificationUrl }
    devices { items { name state tags { name } services { name title port } } }
  }
}`;

/** What the account really holds, asked past the provider. */
export async function accountTable(control: Control): Promise<string> {
  const { login } = (await control.change(query, {})) as Account;
  const lines = login.devices.items.flatMap(({ name, state, tags, services }) => [
    `device   ${name} (${state})  tags: ${(tags ?? []).map((tag) => tag.name).join(", ") || "none"}`,
    ...services.map((service) => `service  ${name} / ${service.name}  ${service.title} on port ${service.port ?? "?"}`),
  ]);
  const url = login.notificationSettings?.notificationUrl;
  if (url) lines.push(`webhook  ${url}`);
  return lines.join("\n") || "(no devices, no services, no webhook)";
}
