import type { z } from "zod";
import { graphql } from "../../../api/generated";
import { type RequestLabel, type Client, defineMutation } from "../../client";
import { RefusedError } from "../../core/errors";
import { isMap, own } from "../../core/map";
import { accepted } from "../shared/answers";
import { flag, map } from "../shared/text";

const SetDeviceNotifications = defineMutation(
  graphql(/* GraphQL */ `
    mutation setDeviceNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {
      setNotificationSettings(
        serviceId: $id
        emailNotifications: $emailNotifications
        desktopNotifications: $desktopNotifications
      )
    }
  `),
  [],
  { mergeable: ({ id }) => id },
);

const setting = () => flag().nullable().optional();

const given = () => map({ emailNotifications: setting(), desktopNotifications: setting(), followAccount: flag().optional() });

/** A device's own notifications are by e-mail and on the desktop; the webhook belongs to the account. */
export const notificationMap = () => given().overwrite(withNulls).meta({ title: "NotificationSettings" });

type Given = z.output<ReturnType<typeof given>>;
export type Notifications = Omit<Given, "followAccount">;

/** Nulls do not leave every language: YAML's and Go's SDK drop them. So `followAccount` stands for those that are not written. */
function withNulls({ followAccount, ...own }: Given): Given {
  return followAccount ? { emailNotifications: null, desktopNotifications: null, ...own } : own;
}

/** Of the declared settings, what the account holds. Null is a value: the device follows the account (api/README.md, A). */
export function managedNotifications(declared: unknown, live: unknown): unknown {
  const found = isMap(live) ? live : {};
  return Object.fromEntries(Object.keys(declared as object).map((key) => [key, own(found, key) ?? null]));
}

/** @param look - Reads what the device has now. */
export async function setNotifications(
  client: Client,
  id: string,
  live: Notifications,
  wanted: Notifications,
  look: () => Promise<Notifications>,
  about: RequestLabel,
): Promise<void> {
  const changes = otherThan(live, wanted);
  const names = Object.keys(changes) as (keyof Notifications)[];
  if (names.length === 0) return;
  const { setNotificationSettings } = await client.graphql(SetDeviceNotifications, { id, ...changes }, about);
  accepted(setNotificationSettings, about, "The notification settings were not set.");
  // Whether remote.it takes a null is known of its app alone, so the device has to show it.
  if (!Object.values(changes).includes(null)) return;
  const now = await look();
  const kept = names.filter((name) => changes[name] === null && (now[name] ?? null) !== null);
  if (kept.length > 0) throw notGivenBack(kept.map((name) => `${name}: ${String(now[name])}`).join(", "), about);
}

/** Those of the wanted settings that the device does not have yet. */
function otherThan(live: Notifications, wanted: Notifications): Notifications {
  const entries = Object.entries(wanted).filter(([name, value]) => value !== (live[name as keyof Notifications] ?? null));
  return Object.fromEntries(entries);
}

function notGivenBack(held: string, about: RequestLabel): RefusedError {
  return new RefusedError({
    ...about,
    why: `remote.it accepted null, which gives a device back to the account's setting, and changed nothing: the device still has ${held}.`,
    remedy: "Write true or false instead of null, or leave the setting out of the program, which then no longer manages it.",
  });
}
