import { setTimeout as sleep } from "node:timers/promises";
import { now, type Account, type Device, type World } from "./world";

export interface Delivery {
  url: string;
  name: string;
  state: string;
  attempt: number;
  /** The status that was answered, or why there was none. */
  outcome: string;
}

/** The address must answer 200 within this time, after a few tries. */
const PATIENCE = 5000;
const TRIES = 3;

/** Calls the account's webhook: once for the device, once for each service. One that keeps failing is switched off. */
export async function announce(world: World, account: Account, device: Device, deliveries: Delivery[], stop: AbortSignal): Promise<void> {
  const { url, address } = account.notifications;
  if (!url || address === null) return;
  const state = device.online ? "online" : "offline";
  const about = { Device: device.id, Email: account.email, State: state, Time: now(world).toISOString() };
  const calls = [
    { ...about, Address: device.id, Name: device.name, Type: 35 },
    ...[...device.services.values()].map(({ id, name, application }) => ({ ...about, Address: id, Name: name, Type: application })),
  ];
  for (const call of calls) {
    if (!(await deliver(address, call, deliveries, stop))) account.notifications.url = false;
  }
}

async function deliver(url: string, call: { Name: string; State: string }, deliveries: Delivery[], stop: AbortSignal): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (stop.aborted) return true;
    const outcome = await post(url, call, stop);
    deliveries.push({ url, name: call.Name, state: call.State, attempt, outcome });
    if (outcome === "200") return true;
    if (attempt < TRIES) await sleep(100 * attempt);
  }
  return stop.aborted;
}

async function post(url: string, call: object, stop: AbortSignal): Promise<string> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(call),
      signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)]),
    });
    await answer.arrayBuffer();
    return String(answer.status);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
