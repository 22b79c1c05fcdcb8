import { GraphQLError } from "graphql";
import { z } from "zod";
import { isSameEmail, type Account, type User, userFor } from "../accounts";
import { accountOf, Refusal } from "../control-call";
import { defineEntity, type Context } from "../entity";
import { deviceOf, findDevice } from "../find";
import { may, mustHave } from "../permissions";
import { referenceTo } from "../references";
import { isShared, type Share, sharesOf } from "../sharing";
import { now, type Store } from "../store";
import { findAgent } from "./agents";
import { guestsOfNetworks, networksSharedWith } from "./networks/rows";
import { devicesOf, share, unshare, type Device, type SeenDevice } from "./devices/rows";

const shareSchema = z.strictObject({ deviceId: z.string(), accountId: z.string() });

type Action = "ADD" | "REMOVE" | "LEAVE";

interface Sharing {
  deviceId?: string | null;
  deviceIds?: string[] | null;
  email: string[];
  action: Action;
  scripting: boolean;
  services?: { serviceId: string; action: Action }[] | null | undefined;
}

/** Devices that show in the accounts of others: all of their services, or some. Nobody is sent a mail. */
export default defineEntity({
  fields: {
    User: {
      guest: (account, _args, context) => guestsIn(context, account),
      contacts: (account, _args, context) => guestsIn(context, account).map(({ user }) => user),
      access: [],
    },
    Device: {
      // Who is listed has at least one service (api/README.md, D).
      access: (seen, _args, context) =>
        sharesShown(context, seen)
          .filter((one) => one.isWhole ?? [...seen.device.services.values()].some((service) => isShared(one, service)))
          .map(accessView),
    },
    Service: {
      access: (seen, _args, context) =>
        sharesShown(context, seen)
          .filter((one) => isShared(one, seen.service))
          .map(accessView),
    },
  },
  mutations: {
    /** All of the devices and users, or none. */
    share: (args: Sharing, context) => {
      const ids = [...(args.deviceId ? [args.deviceId] : []), ...(args.deviceIds ?? [])];
      if (args.action === "LEAVE") return leave(context, ids);
      const found = ids.flatMap((id) => deviceOf(context, id) ?? []);
      if (found.length === 0 || found.length < ids.length) return false;
      return args.action === "REMOVE" ? remove(context, found, args) : add(context, found, args);
    },
  },
  control: {
    "POST /shares": ({ store, account }, body) => {
      const { deviceId, accountId } = shareSchema.parse(body);
      const found = findAgent(store, deviceId);
      if (!found?.account) throw new Refusal(`No account has a device ${deviceId}.`);
      const { device } = found;
      const user = accountOf({ store, account }, accountId);
      share(store, device, { user, scripting: false, services: "all", isWhole: true, created: device.created });
      return {};
    },
  },
  lacks: (world) => (world["share-notify"] === "missing" ? ["Mutation.share.notify"] : []),
});

/** Those of the device that the caller is shown. */
function sharesShown(context: Context, { account, device }: SeenDevice): Share[] {
  const isShown = context.store.world["access-seen"] === "shown" || may(context, { account, device }, "MANAGE");
  return isShown ? [...sharesOf(device).values()] : [];
}

/** What a share made before says is kept, as far as it is not said anew: scripting always is (api/README.md, A). */
function add(context: Context, found: readonly SeenDevice[], { email, scripting, services }: Sharing): boolean {
  const { store } = context;
  for (const seen of found) mustHave(context, seen, "MANAGE");
  const users = email.flatMap((one) => userIn(store, found, one) ?? []);
  if (users.length < email.length) return false;
  for (const { device } of found) {
    if (users.some(({ id }) => id === device.accountId)) throw new GraphQLError(`Device ${device.id} is the user's own.`);
    for (const { serviceId } of services ?? [])
      if (!device.services.has(serviceId.toUpperCase())) throw new GraphQLError(`Service ${serviceId} not found.`);
  }
  for (const { device } of found) for (const user of users) set(store, device, user, { scripting, services });
  return true;
}

/** Somebody nothing is shared with any more is no guest (api/README.md, D). */
function set(store: Store, device: Device, user: User, { scripting, services }: Pick<Sharing, "scripting" | "services">): void {
  const before = sharesOf(device).get(user.id);
  const ofAll = store.world["share-later"] === "yes" ? "all" : new Set(device.services.keys());
  const now = services ? changed(device, before?.services ?? new Set(), services) : ofAll;
  if (now !== "all" && now.size === 0) unshare(store, user, device);
  else share(store, device, { user, scripting, services: now, created: before?.created ?? created(store) });
}

const created = (store: Store): string => now(store).toISOString();

function changed(device: Device, before: Share["services"], services: NonNullable<Sharing["services"]>): Set<string> {
  const ids = new Set(before === "all" ? device.services.keys() : before);
  for (const { serviceId, action } of services) ids[action === "ADD" ? "add" : "delete"](serviceId.toUpperCase());
  return ids;
}

/** By the owner's side; or by the guest, who so leaves (api/README.md, A). */
function remove(context: Context, found: readonly SeenDevice[], { email }: Sharing): boolean {
  const { store, account } = context;
  const isLeaving = email.every((one) => isSameEmail(store, one, account.email));
  for (const seen of found) if (!isLeaving) mustHave(context, seen, "MANAGE");
  const all = found.flatMap(({ device }) => email.map((one) => ({ device, share: shareWith(store, device, one) })));
  if (all.some((one) => one.share === undefined)) return false;
  for (const one of all) if (one.share) unshare(store, one.share.user, one.device);
  return true;
}

/** The caller's own share, whoever's address is given. */
function leave({ store, account }: Context, ids: readonly string[]): boolean {
  const devices = ids.flatMap((id) => findDevice(account, id) ?? []).filter((device) => sharesOf(device).has(account.id));
  if (devices.length === 0 || devices.length < ids.length) return false;
  for (const device of devices) unshare(store, account, device);
  return true;
}

const shareWith = (store: Store, device: Device, email: string): Share | undefined =>
  [...sharesOf(device).values()].find(({ user }) => isSameEmail(store, user.email, email));

/** Somebody who was invited is known by the shares from before. */
const userIn = (store: Store, found: readonly SeenDevice[], email: string): User | undefined =>
  found.map(({ device }) => shareWith(store, device, email)?.user).find((user) => user !== undefined) ?? userFor(store, email);

/** As the type `Access`. */
const accessView = ({ user, scripting, created }: Share) => ({ user, scripting, created });

/** Everybody that the account shares something with, as the type `GuestAccess`. */
function guestsIn(context: Context, account: Account) {
  const { store } = context;
  const guests = new Map<string, { user: User; devices: Device[] }>(
    guestsOfNetworks(account).map((user) => [user.id, { user, devices: [] }]),
  );
  for (const device of devicesOf(account).values()) {
    if (device.accountId !== account.id) continue;
    for (const { user } of sharesOf(device).values()) {
      const guest = guests.get(user.id) ?? { user, devices: [] };
      guests.set(user.id, guest);
      guest.devices.push(device);
    }
  }
  return [...guests.values()].map(({ user, devices }) => ({
    user,
    devices: devices.map((device) => referenceTo(store, { account, device })),
    networks: networksSharedWith(context, account, user),
  }));
}
