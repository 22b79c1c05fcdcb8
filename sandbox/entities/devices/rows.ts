import type { Account, User } from "../../accounts";
import { NO_ATTRIBUTES } from "../../attributed";
import { PERMISSIONS } from "../../permissions";
import { rows } from "../../rows";
import { sharesOf, type Share } from "../../sharing";
import { newAddress, now, type Store } from "../../store";
import { untag } from "../../tagging";
import { removeService } from "../services/rows";
import type { Device } from "./device";

export type { Device } from "./device";

/** A device as an account sees it: what stands behind the type `Device`. */
export interface SeenDevice {
  account: Account;
  device: Device;
  /** What it was filtered by, where that also cuts the services shown (api/README.md, D). */
  application?: number[] | null;
}

/** Those that the account holds and those shared with it, by id in upper case. */
export const devicesOf = rows(() => new Map<string, Device>());

/** What pages need: the devices in the order in which they were made, until one comes or goes; and those that were there, by id. */
export const scanOf = rows(() => ({ byCreated: undefined as Device[] | undefined, gone: new Map<string, Device>() }));

export function newDevice(store: Store, facts: Partial<Device> & Pick<Device, "name" | "hardwareId">): Device {
  const created = now(store).toISOString();
  return {
    id: facts.id ?? newAddress(store),
    accountId: undefined,
    online: false,
    platform: 1200,
    configurable: true,
    permissions: PERMISSIONS,
    presenceAddress: null,
    created,
    lastReported: created,
    attributes: NO_ATTRIBUTES,
    services: new Map(),
    ...facts,
  };
}

export function addDevice(account: Account, device: Device): void {
  device.accountId = account.id;
  sharesOf(device).delete(account.id);
  showDevice(account, device);
}

/** The account lists the device, as its own or as that of another. */
function showDevice(account: Account, device: Device): void {
  devicesOf(account).set(device.id, device);
  scanOf(account).gone.delete(device.id);
  scanOf(account).byCreated = undefined;
}

/** It leaves the account, whose tags stay behind and which remembers where it stood. */
function takeDevice(account: Account, device: Device): void {
  untag(account, device);
  devicesOf(account).delete(device.id);
  scanOf(account).gone.set(device.id, device);
  scanOf(account).byCreated = undefined;
}

/** A device that its owner removes is gone for everybody; a guest only no longer sees it. */
export function removeDevice(store: Store, account: Account, device: Device): void {
  if (device.accountId !== account.id) return void unshare(store, account, device);
  for (const service of device.services.values()) removeService(store, device, service);
  for (const { user } of sharesOf(device).values()) unshare(store, user, device);
  takeDevice(account, device);
}

/** What the user may use of the device from now on. A user without an account sees it nowhere. */
export function share(store: Store, device: Device, one: Share): void {
  sharesOf(device).set(one.user.id, one);
  const guest = store.accounts.get(one.user.id);
  if (guest && devicesOf(guest).get(device.id) !== device) showDevice(guest, device);
}

/** What was shared with an address before somebody had an account under it shows in that account. */
export function showShared(store: Store, guest: Account): void {
  for (const account of store.accounts.values())
    for (const device of devicesOf(account).values()) if (sharesOf(device).has(guest.id)) showDevice(guest, device);
}

/** @returns whether anything of it was shared with the user. */
export function unshare(store: Store, user: User, device: Device): boolean {
  const guest = store.accounts.get(user.id);
  if (guest && devicesOf(guest).has(device.id)) takeDevice(guest, device);
  return sharesOf(device).delete(user.id);
}

export function transferDevice(from: Account, to: Account, device: Device): void {
  takeDevice(from, device);
  addDevice(to, device);
}

export const stateOf = (device: Device): "active" | "inactive" => (device.online ? "active" : "inactive");

/** Whoever holds the device, also where another account shows it. */
export const ownerOf = ({ accounts }: Store, { accountId }: Device, shown: Account): Account =>
  accounts.get(accountId ?? "") ?? shown;

/** Of every agent. */
export const AGENT_VERSION = "5.2.0";
