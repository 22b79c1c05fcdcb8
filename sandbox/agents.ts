import { randomBytes } from "node:crypto";
import { z } from "zod";
import { addDevice, addService, newDevice, now, type Account, type Device, type World } from "./world";

/** An agent that starts on a machine: with a registration code its device is the account's at once, else it waits. */
export const agentSchema = z.strictObject({
  code: z.string().optional(),
  hardwareId: z.string(),
  name: z.string().default("raspberrypi"),
  platform: z.int().default(1200),
  services: z.array(z.strictObject({ name: z.string(), application: z.int(), port: z.int() })).default([]),
  configurable: z.boolean().default(true),
  online: z.boolean().default(true),
});

export type Agent = z.input<typeof agentSchema>;

export interface Started {
  deviceId: string;
  /** Shown by an agent that started without a registration code. */
  claimCode: string | undefined;
}

export function startAgent(world: World, agent: z.output<typeof agentSchema>): Started | { error: string } {
  const registration = agent.code === undefined ? undefined : world.registrations.get(agent.code);
  if (agent.code !== undefined && !registration) return { error: "The registration code is unknown or has been used." };
  const { name, hardwareId, platform, configurable, online } = agent;
  const device = newDevice(world, { name: registration?.name ?? name, hardwareId, platform, configurable, online });
  for (const service of agent.services) addService(world, device, service);
  if (!registration) {
    const claimCode = randomBytes(4).toString("hex").toUpperCase();
    world.claimable.set(claimCode, device);
    return { deviceId: device.id, claimCode };
  }
  for (const { application, name: service, port } of registration.services) {
    addService(world, device, { application, name: service ?? "service", port: port ?? null });
  }
  const account = world.accounts.get(registration.accountId);
  for (const tag of registration.tags) {
    device.tags.add(tag);
    account?.tags.set(tag, { name: tag, color: 1, created: device.created });
  }
  if (account) addDevice(account, device);
  if (registration.oneTimeUse && agent.code !== undefined) world.registrations.delete(agent.code);
  return { deviceId: device.id, claimCode: undefined };
}

/** A device of any account, or one that waits to be claimed. */
export function findAgent(world: World, id: string): { device: Device; account: Account | undefined } | undefined {
  const key = id.toUpperCase();
  for (const account of world.accounts.values()) {
    const device = account.devices.get(key);
    if (device) return { device, account };
  }
  const device = [...world.claimable.values()].find((candidate) => candidate.id === key);
  return device && { device, account: undefined };
}

export function setOnline(world: World, { device, account }: { device: Device; account: Account | undefined }, online: boolean): void {
  device.online = online;
  device.lastReported = now(world).toISOString();
  account?.events.push({
    id: String(account.events.length + 1).padStart(12, "0"),
    deviceId: device.id,
    state: online ? "active" : "inactive",
    timestamp: device.lastReported,
  });
}
