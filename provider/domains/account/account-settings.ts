import { z } from "zod";
import { graphql } from "../../../api/generated";
import { accountIn, type Client, defineMutation, type RequestLabel } from "../../client";
import { UnsupportedOperation } from "../../core/errors";
import { field } from "../../core/field";
import { isMap } from "../../core/map";
import type { Problem } from "../../core/resource";
import { type Marks, markName, userMarksIn, withoutMarks } from "../../inventory";
import { type Context, defineResource } from "../../lifecycle";
import { accepted } from "../shared/answers";
import { attributeMap, managedAttributes, sameAttributes, setAttributes } from "../shared/attributes";
import { flag, text } from "../shared/text";
import { userMarks } from "../shared/user-marks";

const ReadAccountSettings = graphql(/* GraphQL */ `
  query getAccountSettings($accountId: String) {
    login {
      account(id: $accountId) {
        id
        attributes
        language
        timezone
        notificationSettings {
          emailNotifications
          desktopNotifications
        }
      }
    }
  }
`);

/** What is left out stays as it is: the address and the switch of the webhook are not touched. */
const SetAccountNotifications = defineMutation(
  graphql(/* GraphQL */ `
    mutation setAccountNotifications($emailNotifications: Boolean, $desktopNotifications: Boolean) {
      setNotificationSettings(emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)
    }
  `),
  [],
);

const UpdateAccount = defineMutation(
  graphql(/* GraphQL */ `
    mutation updateAccount($language: String, $timezone: String, $accountId: String) {
      updateAccount(language: $language, timezone: $timezone, accountId: $accountId)
    }
  `),
  [],
);

/** What remote.it itself keeps among the attributes of a user, such as the language once more (api/README.md, A). */
const VENDOR = "$remoteit";

const inputs = {
  emailNotifications: field(
    flag().optional(),
    "Whether remote.it sends e-mails when devices of the account go online or offline. A device can have a setting of its own.",
  ),
  desktopNotifications: field(
    flag().optional(),
    "Whether remote.it's application shows messages on the desktop. A device can have a setting of its own.",
  ),
  language: field(text().optional(), "Language of what remote.it writes to the account's user, such as `en`."),
  timezone: field(text().optional(), "Time zone of the account's user, such as `Europe/Berlin`."),
  attributes: field(
    attributeMap().optional(),
    "Attributes of the account's user, by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the account. `$remoteit` belongs to remote.it's application.",
    { same: sameAttributes, managed: managedAttributes, parts: "leaves" },
  ),
};

interface SettingsRecord {
  accountId: string;
  emailNotifications: boolean | null;
  desktopNotifications: boolean | null;
  language: string | null;
  timezone: string | null;
  /** Without marks and what remote.it keeps there itself. */
  attributes: Record<string, unknown>;
  marks: Marks;
}

const PLACE = { kind: "account-settings" };

export const accountSettings = defineResource({
  type: "AccountSettings",
  describe:
    "Settings of a remote.it account: notifications, language, time zone and the account's own attributes. An account always has them, so that this resource adopts what is there, changes what the program sets, and leaves everything as it is when it is destroyed. Its id is the account's. The webhook is a resource of its own.",
  inputs,
  outputs: { accountId: field(z.string(), "Id of the account whose settings they are.") },

  rules: ({ attributes }) => (isMap(attributes) ? Object.keys(attributes).flatMap(problemsOf) : []),

  stays: "an account always has settings, and keeps them as they are.",
  called: () => "of the account",
  label: () => "settings",
  preview: () => ({ outputs: { origin: "adopted" } as object }),
  obstacles: "none",

  needs: { create: "none", update: { permission: "ADMIN", on: "account" }, delete: "none" },
  there: async ({ context: { client }, about }) => observed(await readSettings(client, about)),

  adoption: {
    example: "new remoteit.AccountSettings(…, { language, … }) with what is to be managed of them",
    inputs: ({ inputs: { attributes = {}, ...held } }) => ({
      ...held,
      ...(Object.keys(attributes).length > 0 && { attributes }),
    }),
  },

  async observe({ client }, id, about) {
    const item = await readSettings(client, about);
    return { accountId: item.accountId, item: item.accountId === id ? item : undefined };
  },

  live,

  async create({ client, ownership }, _declared, about) {
    const item = await readSettings(client, about);
    const { accountId } = item;
    ownership.take({ type: "AccountSettings", id: accountId }, about);
    return { id: accountId, accountId, origin: "adopted", item };
  },

  setters: [
    {
      what: "Setting notifications",
      properties: ["emailNotifications", "desktopNotifications"],
      // No other account can be named.
      needs: { permission: "owner", on: "account" },
      async set({ client }, _seen, { emailNotifications, desktopNotifications }, look, about) {
        const wanted = {
          ...(emailNotifications && { emailNotifications: emailNotifications.target as boolean }),
          ...(desktopNotifications && { desktopNotifications: desktopNotifications.target as boolean }),
        };
        const { setNotificationSettings } = await client.graphql(SetAccountNotifications, wanted, about);
        if (setNotificationSettings) return;
        accepted(isSo(await look(), wanted), about, "The notification settings were not set.");
      },
    },
    {
      what: "Setting language and time zone",
      properties: ["language", "timezone"],
      async set(context, _seen, { language, timezone }, look, about) {
        const wanted = {
          ...(language && { language: language.target as string }),
          ...(timezone && { timezone: timezone.target as string }),
        };
        if (!(await update(context, wanted, about)))
          accepted(isSo(await look(), wanted), about, `${Object.keys(wanted).join(" and ")} could not be set.`);
      },
    },
    {
      what: "Setting attributes",
      properties: ["attributes"],
      // Nothing says what it takes in another account (api/README.md): so remote.it decides.
      needs: { permission: "VIEW", on: "account" },
      set: ({ client }, { item: { accountId, attributes: before } }, { attributes }, look, about) => {
        const wanted = attributes?.target as Record<string, unknown>;
        const changing = { before, wanted, live: before, look: async () => (await look()).attributes };
        return setAttributes(client, accountId, changing, about);
      },
    },
  ],

  marking: userMarks(() => PLACE),

  // They stay: nothing calls this.
  destroy: () => Promise.resolve(),

  async *list({ client }) {
    const item = await readSettings(client, { what: "Listing account settings" });
    yield live(item, item.accountId);
  },
});

function problemsOf(name: string): Problem[] {
  const property = `attributes.${name}`;
  if (name === VENDOR) return [{ property, reason: "belongs to remote.it's application: leave it out" }];
  if (name.startsWith(markName(""))) return [{ property, reason: "is a mark that this provider leaves itself: leave it out" }];
  return [];
}

const observed = (item: SettingsRecord) => ({ accountId: item.accountId, item });

async function readSettings(client: Client, about: RequestLabel): Promise<SettingsRecord> {
  const data = await client.graphql(ReadAccountSettings, { accountId: client.settings.accountId }, about);
  const { id: accountId, attributes: all, language, timezone, notificationSettings } = accountIn(data, client, about);
  const { [VENDOR]: _vendor, ...attributes } = withoutMarks(all);
  return {
    accountId,
    emailNotifications: notificationSettings?.emailNotifications ?? null,
    desktopNotifications: notificationSettings?.desktopNotifications ?? null,
    language,
    timezone,
    attributes,
    marks: userMarksIn(all, PLACE),
  };
}

function live({ emailNotifications, desktopNotifications, language, timezone, attributes }: SettingsRecord, accountId: string) {
  return {
    id: accountId,
    inputs: {
      emailNotifications: emailNotifications ?? undefined,
      desktopNotifications: desktopNotifications ?? undefined,
      language: language ?? undefined,
      timezone: timezone ?? undefined,
      attributes,
    },
    outputs: { accountId },
  };
}

const isSo = (item: SettingsRecord, wanted: Partial<SettingsRecord>): boolean =>
  Object.entries(wanted).every(([name, value]) => item[name as keyof SettingsRecord] === value);

/** Through GraphQL or, where that has no such mutation, the language through REST. */
async function update(
  { client }: Context,
  wanted: { language?: string; timezone?: string },
  about: RequestLabel,
): Promise<boolean> {
  const { accountId } = client.settings;
  if (await client.supportsMutation("updateAccount"))
    return (await client.graphql(UpdateAccount, { ...wanted, ...(accountId !== undefined && { accountId }) }, about))
      .updateAccount;
  const { language, timezone } = wanted;
  if (timezone !== undefined)
    throw new UnsupportedOperation({
      ...about,
      why: "GraphQL of this endpoint changes no accounts, and REST cannot change a time zone.",
      remedy: "Set the time zone in the remote.it application, and leave it out of the program.",
    });
  if (language !== undefined) await client.rest("user/language/", { language }, about);
  return true;
}
