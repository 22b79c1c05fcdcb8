import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "../../accounts";
import { messageOf } from "../../message";
import { rows } from "../../rows";
import { now, type Store } from "../../store";
import type { Device } from "../devices/rows";
import { ofAccount, switchOff } from "./settings";
import type { Delivery, WebhookCall } from "../../public";
import { callOf, tableOf } from "./webhook-call";

/** The address must answer 200 within this time, at one of so many tries. */
const PATIENCE_MS = 5000;
const TRIES = 3;
const BETWEEN_MS = 100;

/** Calls so far, and the last of them: one goes out after the other, so that no state overtakes the one before. */
const calls = rows(() => ({ deliveries: [] as Delivery[], last: Promise.resolve() }));

export const deliveriesOf = (store: Store): readonly Delivery[] => calls(store).deliveries;

/** Tells the account's webhook about the device as it is now: one call for it, one for each of its services. */
export function announce(store: Store, account: Account, device: Device): void {
  const { url: isOn, address: url } = ofAccount(account);
  if (!isOn || url === null) return;
  const state = device.online ? "online" : "offline";
  const moment = now(store);
  const told = [device, ...device.services.values()].map((thing) => callOf(account, thing, state, moment));
  const all = calls(store);
  all.last = all.last.then(() => tell(store, account, url, told, all.deliveries)).catch(() => undefined);
}

/** An address that fails at every try is switched off. */
async function tell(store: Store, account: Account, url: string, told: WebhookCall[], log: Delivery[]): Promise<void> {
  const settings = ofAccount(account);
  for (const call of told) {
    if (!settings.url || settings.address !== url) return;
    const isDelivered = await deliver(store, url, call, log);
    if (store.stopping.aborted) return;
    if (!isDelivered && settings.address === url) switchOff(store, settings);
  }
}

async function deliver(store: Store, url: string, call: WebhookCall, log: Delivery[]): Promise<boolean> {
  const body = store.world["webhook-form"] === "table" ? tableOf(call) : call;
  const { device, name, state } = call;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (attempt > 1) await sleep(BETWEEN_MS * attempt, undefined, { signal: store.stopping });
    const outcome = await post(url, body, store.stopping);
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
