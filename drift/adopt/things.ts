import type { About } from "../../provider/client";
import { deviceCollection, type DeviceRecord, serviceCollection, type ServiceRecord } from "../../provider/inventory";
import type { ReadOnlyContext } from "../../provider/domains";
import { webhook } from "../../provider/domains/account/webhook";
import type { Finding } from "../report";

/** What no stack manages, as the account holds it now. */
export interface Unmanaged {
  devices: DeviceRecord[];
  services: ServiceRecord[];
  webhooks: { id: string; url: string; enabled: boolean }[];
}

/** Reads what the report calls unmanaged, by ids. What has gone meanwhile is left out. */
export async function readUnmanaged(context: ReadOnlyContext, findings: readonly Finding[]): Promise<Unmanaged> {
  const about: About = { what: "Read what is unmanaged" };
  const idsOf = (type: string) => findings.filter((one) => one.status === "unmanaged" && one.type === type).map(({ id }) => id);
  const [devices, services, webhooks] = await Promise.all([
    Promise.all(idsOf("Device").map(async (id) => (await context.inventory.of(deviceCollection).read(id, about)).item)),
    Promise.all(idsOf("Service").map(async (id) => (await context.inventory.of(serviceCollection).read(id, about)).item)),
    Promise.all(idsOf("Webhook").map((id) => webhook.read(context, id, {}))),
  ]);
  return {
    devices: present(devices).sort(byId),
    services: present(services).sort(byId),
    webhooks: present(webhooks).map(({ id, inputs: { url = "", enabled = true } }) => ({ id, url, enabled })),
  };
}

const present = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item) => item !== undefined);

/** Names that are taken are told apart by this order: so it is the same in every run. */
const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
