import { z } from "zod";
import type { Account, User } from "../accounts";
import { accountOf, Refusal } from "../control-call";
import { type Context, defineEntity } from "../entity";
import { referenceTo } from "../references";
import type { Store } from "../store";
import { findAgent } from "./agents";
import { devicesOf, showDevice, type Device, type SeenDevice } from "./devices/rows";
import { guestsOfNetworks, networksSharedWith } from "./networks/rows";

const shareSchema = z.strictObject({ deviceId: z.string(), accountId: z.string() });

/** Devices that show in the accounts of others. Each is shared as a whole. */
export default defineEntity({
  fields: {
    User: {
      guest: (account, _args, context) => guestsIn(context, account),
      contacts: (account, _args, context) => guestsIn(context, account).map(({ user }) => user),
      access: [],
    },
    Device: { access: (seen, _args, { store }) => accessTo(store, seen) },
    Service: { access: (seen, _args, { store }) => accessTo(store, seen) },
  },
  control: {
    "POST /shares": (sandbox, body) => {
      const { deviceId, accountId } = shareSchema.parse(body);
      const found = findAgent(sandbox.store, deviceId);
      if (!found?.account) throw new Refusal(`No account has a device ${deviceId}.`);
      showDevice(accountOf(sandbox, accountId), found.device);
      return {};
    },
  },
});

/** Whose accounts show the device beside its owner's. */
const guestsOf = (store: Store, device: Device): Account[] =>
  [...store.accounts.values()].filter((one) => one.id !== device.accountId && devicesOf(one).get(device.id) === device);

/** Who may use the device, or any service of it, as the type `Access`. */
const accessTo = (store: Store, { device }: SeenDevice) =>
  guestsOf(store, device).map((user) => ({ user, scripting: false, created: device.created }));

/** Everybody that the account shares something with, as the type `GuestAccess`. */
function guestsIn(context: Context, account: Account) {
  const { store } = context;
  const own = [...devicesOf(account).values()].filter(({ accountId }) => accountId === account.id);
  const devices = own.map((device) => ({ device, guests: new Set(guestsOf(store, device).map(({ id }) => id)) }));
  const users: User[] = [...own.flatMap((device) => guestsOf(store, device)), ...guestsOfNetworks(account)];
  return [...new Map(users.map((user) => [user.id, user])).values()].map((user) => ({
    user,
    devices: devices.filter(({ guests }) => guests.has(user.id)).map(({ device }) => referenceTo(store, { account, device })),
    networks: networksSharedWith(context, account, user),
  }));
}
