import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Account } from "../accounts";
import { BULK, findApplication } from "../applications";
import { Refusal } from "../control-call";
import { defineEntity } from "../entity";
import { findDevice } from "../find";
import { PERMISSIONS } from "../permissions";
import type { Agent, Started } from "../public";
import { now, type Store } from "../store";
import { putTag } from "../tagging";
import { claimable } from "./claims";
import { addDevice, newDevice, type Device } from "./devices/rows";
import { recordState } from "./events";
import { announce } from "./notifications/webhook";
import { registrationsOf } from "./registration";
import { addService } from "./services/rows";

/** Whatever the account's list says: a machine may offer what is newer. */
const isType = (id: number) => id !== BULK && findApplication(id) !== undefined;

/** An agent that starts on a machine: with a registration code its device is the account's at once, else it waits to be claimed. */
const agentSchema = z.strictObject({
  code: z.string().optional(),
  hardwareId: z.string().min(1),
  name: z.string().min(1).max(100).default("raspberrypi"),
  platform: z.int().min(0).max(65_535).default(1200),
  /** What it offers from the start, beside what the registration code asks for. */
  services: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100).optional(),
        application: z.int().refine(isType, "must be an application type of a service, such as 28 for SSH"),
        port: z.int().min(1).max(65_535).optional(),
        host: z.string().optional(),
        enabled: z.boolean().optional(),
      }),
    )
    .default([]),
  configurable: z.boolean().default(true),
  online: z.boolean().default(true),
  /** What the account may do with the device. Default: everything. */
  permissions: z.array(z.enum(PERMISSIONS)).default([...PERMISSIONS]),
}) satisfies z.ZodType<unknown, Agent>;

const stateSchema = z.strictObject({ state: z.enum(["online", "offline"]) });

/** What runs on machines: a test starts it, no client can. */
export default defineEntity({
  control: {
    "POST /agents": ({ store }, body) => {
      const started = startAgent(store, agentSchema.parse(body));
      if (!started) throw new Refusal("The registration code is unknown or has been used.");
      return started;
    },
    "POST /agents/{id}/state": ({ store }, body, id) => {
      const { state } = stateSchema.parse(body);
      const found = findAgent(store, id);
      if (!found) throw new Refusal(`There is no agent ${id}.`);
      const { device, account } = found;
      device.online = state === "online";
      device.lastReported = now(store).toISOString();
      if (!account) return {};
      recordState(account, device);
      // The webhook is called after this is answered, as remote.it does it in its own time.
      announce(store, account, device);
      return {};
    },
  },
});

/** Undefined where the registration code is unknown or has been used up. */
function startAgent(store: Store, { code, services, ...facts }: z.output<typeof agentSchema>): Started | undefined {
  const registration = code === undefined ? undefined : registrationsOf(store).get(code);
  const account = registration && store.accounts.get(registration.accountId);
  if (code !== undefined && (!registration || !account || registration.isUsed)) return undefined;
  const device = newDevice(store, facts);
  for (const service of services) addService(store, device, service);
  if (!registration || !account) {
    const claimCode = randomBytes(4).toString("hex").toUpperCase();
    claimable(store).set(claimCode, device);
    return { deviceId: device.id, claimCode };
  }
  registration.isUsed = registration.oneTimeUse;
  device.name = registration.name ?? device.name;
  device.platform = registration.platform ?? device.platform;
  for (const service of registration.services) addService(store, device, service);
  for (const tag of registration.tags) putTag(store, account, device, tag);
  addDevice(account, device);
  return { deviceId: device.id, claimCode: undefined };
}

interface Found {
  device: Device;
  /** Undefined while it waits to be claimed. */
  account: Account | undefined;
}

/** A device of any account, or one that waits to be claimed. */
export function findAgent(store: Store, id: string): Found | undefined {
  for (const account of store.accounts.values()) {
    const device = findDevice(account, id);
    if (device?.accountId === account.id) return { device, account };
  }
  const device = [...claimable(store).values()].find((candidate) => candidate.id === id.toUpperCase());
  return device && { device, account: undefined };
}
