import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "./message";
import type { Account, Device } from "./model";
import { now, type Store } from "./store";
import { callOf, tableOf, type WebhookCall } from "./webhook-call";

export interface Delivery {
  url: string;
  /** What the call told, in whichever form: the id of what moved, its name and its state. */
  device: string;
  name: string;
  state: WebhookCall["state"];
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
      last = last.then(() => tell(store, account, url, calls, log, stopping)).catch(() => undefined);
    },
    deliveries: () => deliveries,
    reset: () => {
      deliveries = [];
    },
  };
}

function callsFor(store: Store, account: Account, device: Device): WebhookCall[] {
  const state = device.online ? "online" : "offline";
  const moment = now(store);
  return [device, ...device.services.values()].map((thing) => callOf(account, thing, state, moment));
}

/** An address that fails at every try is switched off. */
async function tell(
  store: Store,
  { notifications }: Account,
  url: string,
  calls: WebhookCall[],
  log: Delivery[],
  stopping: AbortSignal,
): Promise<void> {
  for (const call of calls) {
    if (!notifications.url || notifications.address !== url) return;
    const isDelivered = await deliver(store, url, call, log, stopping);
    if (stopping.aborted) return;
    if (!isDelivered && notifications.address === url) switchOff(store, notifications);
  }
}

export function switchOff({ world }: Store, notifications: Account["notifications"]): void {
  notifications.url = false;
  if (world["webhook-off"] === "clears") notifications.address = null;
}

async function deliver(store: Store, url: string, call: WebhookCall, log: Delivery[], stopping: AbortSignal): Promise<boolean> {
  const body = store.world["webhook-form"] === "table" ? tableOf(call) : call;
  const { device, name, state } = call;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (attempt > 1) await sleep(BETWEEN_MS * attempt, undefined, { signal: stopping });
    const outcome = await post(url, body, stopping);
    log.push({ url, device, name, state, attempt, outcome });
    if (outcome === "200") return true;
  }
  return false;
}

async function post(url: string, body: object, stopping: AbortSignal): Promise<string> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await answer.arrayBuffer();
    return String(answer.status);
  } catch (error) {
    return messageOf(error);
  }
}
