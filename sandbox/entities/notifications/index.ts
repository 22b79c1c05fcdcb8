import { defineEntity, type Context } from "../../entity";
import { deviceOf } from "../../find";
import { nulls } from "../../nulls";
import { ofAccount, ofDevice, switchOff } from "./settings";
import { isCallable } from "./public-url";
import { deliveriesOf } from "./webhook";

const NONE = nulls(["emailNotifications", "desktopNotifications", "urlNotifications", "notificationEmail", "notificationUrl"]);

interface Settings {
  serviceId?: string | null;
  emailNotifications?: boolean | null;
  desktopNotifications?: boolean | null;
  urlNotifications?: boolean | null;
  notificationUrl?: string | null;
  notificationEmail?: string | null;
}

/** Mails and messages of an account and its devices, and the webhook. */
export default defineEntity({
  fields: {
    User: {
      notificationSettings: (account) => {
        const { email, desktop, url, recipient, address } = ofAccount(account);
        return {
          emailNotifications: email,
          desktopNotifications: desktop,
          urlNotifications: url,
          notificationEmail: recipient ?? account.email,
          notificationUrl: address,
        };
      },
    },
    Device: { notificationSettings: ({ device }) => ({ ...NONE, ...ofDevice(device) }) },
    Service: { notificationSettings: NONE },
  },
  mutations: {
    setNotificationSettings: (args: Settings, context) =>
      args.serviceId ? setForDevice(context, args.serviceId, args) : setForAccount(context, args),
  },
  control: {
    "GET /deliveries": ({ store }) => deliveriesOf(store),
  },
});

/**
 * Of the key's own account: no other can be named. An empty address clears it, and may stand beside a switch that is on: the app
 * sends one with each flip (api/README.md, A). Null leaves it.
 */
function setForAccount({ store, account }: Context, args: Settings): boolean {
  const notifications = ofAccount(account);
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
  if (!url) switchOff(store, notifications);
  return true;
}

/** A device has only e-mail and desktop notifications of its own; null follows the account (api/README.md, A). */
function setForDevice(context: Context, id: string, args: Settings): boolean {
  const device = deviceOf(context, id)?.device;
  const isAccounts = [args.urlNotifications, args.notificationUrl, args.notificationEmail].some((one) => one != null);
  if (!device || isAccounts) return false;
  for (const name of ["emailNotifications", "desktopNotifications"] as const) {
    const value = args[name];
    if (value === undefined || (value === null && context.store.world["notification-null"] === "ignored")) continue;
    ofDevice(device)[name] = value;
  }
  return true;
}
