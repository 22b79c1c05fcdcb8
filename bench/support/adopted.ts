import type { Control } from "../../sandbox";
import { inlineStack, type InlineStack } from "../../test/engine/support";
import { checkpointsSkipped } from "../services";
import { type Account, configOf } from "./sandbox-process";

export interface Seeded {
  id: string;
  services: { name: string; application: number }[];
}

export async function seeded(control: Control, devices: number): Promise<Seeded[]> {
  const query = "query($size: Int) { login { devices(size: $size) { items { id services { name application } } } } }";
  const { login } = (await control.change(query, { size: devices })) as { login: { devices: { items: Seeded[] } } };
  return login.devices.items;
}

/** Adopts the devices and, since they equal their declarations, their services. State is written once, at the end. */
export function adopting(account: Account, devices: readonly Seeded[]): Promise<InlineStack> {
  return inlineStack({
    program: ({ remoteit }) => {
      for (const { id, services } of devices) {
        const device = new remoteit.Device(id, { deviceId: id });
        for (const service of services) new remoteit.Service(`${id}-${service.name}`, { deviceId: device.id, ...service });
      }
    },
    config: configOf(account),
    env: checkpointsSkipped,
  });
}
