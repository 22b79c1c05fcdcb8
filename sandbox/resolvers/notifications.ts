import { isCallable } from "../public-url";
import { switchOff } from "../webhook";
import { deviceOf, type Context, type Resolver } from "./support";

interface Notifications {
  serviceId?: string | null;
  emailNotifications?: boolean | null;
  desktopNotifications?: boolean | null;
  urlNotifications?: boolean | null;
  notificationUrl?: string | null;
  notificationEmail?: string | null;
}

/**
 * Of the key's own account: no other can be named. An empty address clears it, and may stand beside a switch that is on: the app
 * sends one with each flip (api/README.md, A). Null leaves it.
 */
const setNotificationSettings: Resolver<Notifications> = (_source, args, context) => {
  if (args.serviceId) return setForDevice(context, args.serviceId, args);
  const { notifications } = context.account;
  const isEmptied = args.notificationUrl === "";
  const address = typeof args.notificationUrl === "string" ? args.notificationUrl || null : notifications.address;
  const url = args.urlNotifications ?? (notifications.url && address !== null);
  if (address === null ? url && !isEmptied : address !== notifications.address && !isCallable(address)) return false;
  Object.assign(notifications, {
    address,
    url,
    email: args.emailNotifications ?? notifications.email,
    desktop: args.desktopNotifications ?? notifications.desktop,
    recipient: typeof args.notificationEmail === "string" ? args.notificationEmail || null : notifications.recipient,
  });
  if (!url) switchOff(context.store, notifications);
  return true;
};

/** A device has only e-mail and desktop notifications of its own; null follows the account (api/README.md, A). */
function setForDevice(context: Context, id: string, args: Notifications): boolean {
  const device = deviceOf(context, id)?.device;
  const isAccounts = [args.urlNotifications, args.notificationUrl, args.notificationEmail].some((one) => one != null);
  if (!device || isAccounts) return false;
  for (const name of ["emailNotifications", "desktopNotifications"] as const) {
    const value = args[name];
    if (value === undefined || (value === null && context.store.world["notification-null"] === "ignored")) continue;
    device[name] = value;
  }
  return true;
}

export const notificationMutations = { setNotificationSettings };
