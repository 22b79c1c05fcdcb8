import { setTimeout as sleep } from "node:timers/promises";
import { BULK } from "./applications";
import { messageOf } from "./message";
import type { Account, Device } from "./model";
import { now, type Store } from "./store";

/** What the address is told: of a device or of one of its services. */
export interface WebhookCall {
  /** Id of the device or of the service. */
  Address: string;
  /** Id of the device. */
  Device: string;
  Email: string;
  Name: string;
  State: "online" | "offline";
  Time: string;
  /** The application type: 35 for the device itself. */
  Type: number;
}

export interface Delivery {
  url: string;
  /** Address, name and state that the call told. */
  address: string;
  name: string;
  state: WebhookCall["State"];
  /** From 1: a call that fails is tried again. */
  attempt: number;
  /** The status that was answered ("200" is success), or why there was none. */
  outcome: string;
}

export interface Webhooks {
  /** Tells the account's webhook about the device as it is now: one call for it, one for each of its services. */
  announce: (account: Account, device: Device) => void;
  deliveries: () => readonly Delivery[];
  reset: () => void;
}

/** The address must answer 200 within this time, at one of so many tries. */
const PATIENCE_MS = 5000;
const TRIES = 3;
const BETWEEN_MS = 100;

export function createWebhooks(store: Store, stopping: AbortSignal): Webhooks {
  let deliveries: Delivery[] = [];
  // One after the other, so that no state overtakes the one before.
  let last = Promise.resolve();
  return {
    announce: (account, device) => {
      const { url: isOn, address: url } = account.notifications;
      if (!isOn || url === null) return;
      const calls = callsFor(store, account, device);
      const log = deliveries;
      last = last.then(() => tell(account, url, calls, log, stopping)).catch(() => undefined);
    },
    deliveries: () => deliveries,
    reset: () => {
      deliveries = [];
    },
  };
}

function callsFor(store: Store, { email }: Account, device: Device): WebhookCall[] {
  const things = [{ id: device.id, name: device.name, application: BULK }, ...device.services.values()];
  const shared = {
    Device: device.id,
    Email: email,
    State: device.online ? "online" : "offline",
    Time: now(store).toISOString(),
  } as const;
  return things.map(({ id, name, application }) => ({ ...shared, Address: id, Name: name, Type: application }));
}

/** An address that fails at every try is switched off. */
async function tell(account: Account, url: string, calls: WebhookCall[], log: Delivery[], stopping: AbortSignal): Promise<void> {
  const { notifications } = account;
  for (const call of calls) {
    if (!notifications.url || notifications.address !== url) return;
    const isDelivered = await deliver(url, call, log, stopping);
    if (stopping.aborted) return;
    if (!isDelivered && notifications.address === url) notifications.url = false;
  }
}

async function deliver(url: string, call: WebhookCall, log: Delivery[], stopping: AbortSignal): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (attempt > 1) await sleep(BETWEEN_MS * attempt, undefined, { signal: stopping });
    const outcome = await post(url, call, stopping);
    log.push({ url, address: call.Address, name: call.Name, state: call.State, attempt, outcome });
    if (outcome === "200") return true;
  }
  return false;
}

async function post(url: string, call: WebhookCall, stopping: AbortSignal): Promise<string> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(call),
      redirect: "manual",
      signal: AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await answer.arrayBuffer();
    return String(answer.status);
  } catch (error) {
    return messageOf(error);
  }
}
