import type { Control } from "../../../sandbox";
import type { Declaration } from "../../adapters";
import { claimed, run } from "../../sandbox/support";

export interface Network {
  id: string;
  name: string;
  tags: string[];
  /** By the service's id. */
  connections: Record<string, { name: string | null; port: number | null }>;
  guests: string[];
}

interface Answer {
  login: {
    networks: {
      id: string;
      name: string;
      tags: { name: string }[];
      connections: { name: string | null; port: number | null; service: { id: string } }[];
      access: { user: { email: string } }[];
    }[];
  };
}

/** Everything that the account, or another one, shows of networks. */
export async function networks(control: Control, accountId?: string): Promise<Network[]> {
  const parts = "id name tags { name } connections { name port service { id } } access { user { email } }";
  const { login } = await run<Answer>(control, `{ login { networks { ${parts} } } }`, {}, accountId);
  return login.networks.map(({ id, name, tags, connections, access }) => ({
    id,
    name,
    tags: tags.map((tag) => tag.name),
    connections: Object.fromEntries(connections.map(({ service, ...facts }) => [service.id, facts])),
    guests: access.map(({ user }) => user.email),
  }));
}

/** Carries out one mutation behind the program's back, as the user of the account or of another one. */
export const byHand = (control: Control, text: string, accountId?: string) => run(control, `mutation { ${text} }`, {}, accountId);

/** Services of one new device, which is offline. */
export async function services(control: Control, count = 1): Promise<{ deviceId: string; ids: string[] }> {
  const wanted = Array.from({ length: count }, (_, index) => ({ name: `ssh-${index}`, application: 28 }));
  const deviceId = await claimed(control, { hardwareId: "hw-pump", name: "pump", online: false, services: wanted });
  const query = "query($id: [String!]!) { login { device(id: $id) { services { id } } } }";
  const { login } = await run<{ login: { device: { services: { id: string }[] }[] } }>(control, query, { id: [deviceId] });
  return { deviceId, ids: (login.device[0]?.services ?? []).map(({ id }) => id) };
}

/** Another user, by an address that every test may use: accounts outlive a reset. */
export async function partner(control: Control, email = "partner@example.com"): Promise<string> {
  await control.account(email).catch(() => undefined);
  return email;
}

/** A network, what connects it to a service, and who is let in. */
export const plant = (serviceId: string, email: string): Declaration => ({
  network: { type: "Network", properties: { name: "plant" } },
  connection: { type: "NetworkConnection", properties: { networkId: { idOf: "network" }, serviceId } },
  share: { type: "NetworkShare", properties: { networkId: { idOf: "network" }, email } },
});

export const network = (properties: Record<string, unknown>): Declaration => ({ it: { type: "Network", properties } });
