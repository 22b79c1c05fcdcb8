import { isDeepStrictEqual } from "node:util";
import { unmarked } from "../support/marks";
import { type Account, defineCase } from "./case";

interface Answer {
  login: {
    id: string;
    language: string | null;
    timezone: string | null;
    attributes: Record<string, unknown>;
    notificationSettings: { emailNotifications: boolean | null; desktopNotifications: boolean | null };
  };
}

const declared = {
  emailNotifications: false,
  desktopNotifications: false,
  language: "de",
  timezone: "Europe/Berlin",
  attributes: { site: "north" },
};

const SET = `mutation($attributes: Object!) { setAttributes(attributes: $attributes) updateAccount(language: "de", timezone: "Europe/Berlin")
  setNotificationSettings(emailNotifications: false, desktopNotifications: false) }`;

/** As every account has them before somebody sets one. */
const UNSET = { emailNotifications: true, desktopNotifications: true, language: "en", timezone: null, attributes: {} };

/** An account always has settings. Here they are there once somebody has set one. */
async function held({ control }: Account) {
  const query = "{ login { id language timezone attributes notificationSettings { emailNotifications desktopNotifications } } }";
  const { id, notificationSettings, attributes, ...facts } = ((await control.change(query)) as Answer).login;
  const properties = { ...notificationSettings, ...facts, attributes: unmarked(attributes) };
  return isDeepStrictEqual(properties, UNSET) ? [] : [{ id, properties }];
}

export default defineCase({
  type: "AccountSettings",
  declared: () => Promise.resolve(declared),
  changed: {
    emailNotifications: true,
    desktopNotifications: true,
    language: "en",
    timezone: "America/New_York",
    attributes: { site: "south" },
  },
  there: async ({ control }) => {
    await control.change(SET, { attributes: { site: "north" } });
    return declared;
  },
  alter: async ({ control }) => {
    await control.change('mutation { updateAccount(language: "fr") }');
    return ["language"];
  },
  held,
  ways: { AccountSettings: { how: "there", declared: () => Promise.resolve(declared) } },
});
