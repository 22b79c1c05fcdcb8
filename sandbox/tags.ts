import type { Account, Device } from "./model";
import { now, type Store } from "./store";

/** What names a tag of an account: two spellings of one tag have the same key. */
export function tagKey({ world }: Pick<Store, "world">, name: string): string {
  return world.tags === "case-insensitive" ? name.toLowerCase() : name;
}

/** Makes the tag in the account unless it is there; its first spelling stays. */
export function makeTag(store: Store, account: Account, name: string, color = 1): void {
  const key = tagKey(store, name);
  if (!account.tags.has(key)) account.tags.set(key, { name, color, created: now(store).toISOString() });
}

/** Keys of an account's tags on a device: each account has its own there (api/README.md, A). */
export function tagsOn(device: Device, { id }: Account): ReadonlySet<string> {
  return device.tags.get(id) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** Puts the account's tag on the device, and makes it first where the account has none of that name. */
export function putTag(store: Store, account: Account, device: Device, name: string): void {
  makeTag(store, account, name);
  const borne = device.tags.get(account.id) ?? new Set();
  device.tags.set(account.id, borne.add(tagKey(store, name)));
}

/** Takes the tag off the device; the account keeps it. */
export function takeTag(store: Store, account: Account, device: Device, name: string): void {
  device.tags.get(account.id)?.delete(tagKey(store, name));
}
