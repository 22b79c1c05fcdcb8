import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { graphql } from "../../api/generated";
import type { About, Client } from "../client";
import { accepted } from "./answers";
import { flag, map } from "./text";

const SetDeviceNotifications = graphql(/* GraphQL */ `
  mutation setDeviceNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {
    setNotificationSettings(serviceId: $id, emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)
  }
`);

/** A device's own notifications are by e-mail and on the desktop; the webhook belongs to the account. */
export const notificationMap = () =>
  map({ emailNotifications: flag().optional(), desktopNotifications: flag().optional() }).meta({ title: "NotificationSettings" });

type Notifications = z.output<ReturnType<typeof notificationMap>>;

export function managedNotifications(declared: unknown, live: unknown): unknown {
  const keys = Object.keys(declared as object);
  const found = Object.entries(live ?? {}).filter(([key, value]) => keys.includes(key) && value !== null);
  return Object.fromEntries(found);
}

export async function setNotifications(
  client: Client,
  id: string,
  live: unknown,
  wanted: Notifications,
  about: About,
): Promise<void> {
  if (isDeepStrictEqual(managedNotifications(wanted, live), wanted)) return;
  const { setNotificationSettings } = await client.graphql(SetDeviceNotifications, { id, ...wanted }, about);
  accepted(setNotificationSettings, about, "The notification settings were not set.");
}
