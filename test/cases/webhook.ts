import type { Control } from "../../sandbox";
import { defineCase } from "./case";

const URL = "https://example.com/hook";

interface Answer {
  login: { id: string; notificationSettings: { notificationUrl: string | null; urlNotifications: boolean | null } };
}

const set = (control: Control, url: string, enabled: boolean) =>
  control.change(
    "mutation($url: String!, $enabled: Boolean!) { setNotificationSettings(notificationUrl: $url, urlNotifications: $enabled) }",
    {
      url,
      enabled,
    },
  );

export default defineCase({
  type: "Webhook",
  declared: () => Promise.resolve({ url: URL, enabled: true }),
  changed: { url: "https://example.com/other", enabled: false },
  there: async ({ control }) => {
    await set(control, URL, true);
    return { url: URL, enabled: true };
  },
  alter: async ({ control }) => {
    await set(control, URL, false);
    return ["enabled"];
  },
  remove: ({ control }) => set(control, "", false),
  held: async ({ control }) => {
    const { login } = (await control.change(
      "{ login { id notificationSettings { notificationUrl urlNotifications } } }",
    )) as Answer;
    const { notificationUrl: url, urlNotifications: enabled } = login.notificationSettings;
    return url ? [{ id: login.id, properties: { url, enabled } }] : [];
  },
});
