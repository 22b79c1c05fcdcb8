import { z } from "zod";
import { graphql } from "../../api/generated";
import { type About, type Client, userIn } from "../client";
import { ConflictError } from "../core/errors";
import { field, type Values } from "../core/field";
import type { Live, Outcome, State } from "../core/resource";
import { isUnknown } from "../core/unknown";
import { accepted } from "./answers";
import { defineResource, ownAccount, type Context } from "./context";
import { hold, isHeld } from "./hold";
import { flag } from "./text";
import { webhookProblem, webhookUrl } from "./webhook-url";

const ReadWebhook = graphql(/* GraphQL */ `
  query getWebhook {
    login {
      id
      notificationSettings {
        urlNotifications
        notificationUrl
      }
    }
  }
`);

const SetWebhook = graphql(/* GraphQL */ `
  mutation setWebhook($enabled: Boolean!, $url: String!) {
    setNotificationSettings(urlNotifications: $enabled, notificationUrl: $url)
  }
`);

const inputs = {
  url: field(
    webhookUrl(),
    "Public HTTPS address that remote.it calls when a device or a service comes or goes. It must answer 200 within 5 seconds.",
  ),
  enabled: field(
    flag().default(true),
    "Whether remote.it calls the address. Default: true. remote.it itself switches a webhook off that fails repeatedly; the next `pulumi refresh` shows it and `pulumi up` switches it on again. Where remote.it keeps no address of a webhook that is switched off, a warning says so, and the address is set again with the switch.",
  ),
  takeover: field(
    flag().optional(),
    "Whether another address that the account has already may be overwritten. Default: false, an error that names it.",
    { local: true },
  ),
};

const outputs = {
  accountId: field(z.string(), "Id of the account whose webhook it is."),
  ownUrl: field(
    z.string().optional(),
    "The address that this resource has set, whatever the account holds since: no other is ever cleared. Secret, since `url` may be.",
    { secret: true },
  ),
  urlCleared: field(
    z.boolean().optional(),
    "True where remote.it has cleared the address because the webhook is switched off: the account then shows none, and nothing is missing.",
  ),
};

type Webhook = Live<typeof inputs, typeof outputs>;

export const webhook = defineResource({
  type: "Webhook",
  describe:
    "The webhook of a remote.it account: one address an account, told of every device and service that comes or goes. Its id is the account's. Each flip of its switch in remote.it's app clears the address: `pulumi up --refresh` sets it again.",
  inputs,
  outputs,
  filters: {},

  // Whether an address is kept beside a switch that is off, only remote.it's answer tells.
  foretell: ({ url, enabled }) => ({
    outputs: { ownUrl: url as string, ...(enabled === true && { urlCleared: undefined }) },
  }),

  async rulesInContext(context, { url }) {
    const { client } = context();
    const { accountId, endpoint } = client.settings;
    const unreachable = typeof url === "string" && !isUnknown(url) ? webhookProblem(url, endpoint) : undefined;
    if (unreachable !== undefined) return [{ property: "url", reason: unreachable }];
    if (accountId === undefined) return [];
    const { ownId } = await client.account();
    if (accountId === ownId) return [];
    const reason = `accountId is ${accountId}, but remote.it sets a webhook for the access key's own account (${ownId}) only: use an access key of that account`;
    return [{ property: "url", reason }];
  },

  async create(context, declared) {
    const about = { what: "Set the webhook", subject: "the account's webhook" };
    const found = await readWebhook(context.client, about);
    if (found.url !== undefined && found.url !== declared.url && declared.takeover !== true) {
      throw new ConflictError({
        ...about,
        why: `The account has a webhook already: ${found.url}. There is one an account.`,
        remedy: `Declare that address, or set takeover: true to overwrite it.`,
      });
    }
    hold(context, found.accountId, about);
    if (found.url === declared.url) warnOfAdoption(context, found);
    return { id: found.accountId, outputs: await setWebhook(context, found, declared, about), unsettled: [] };
  },

  isUnseen: ({ urlCleared }) => urlCleared === true,

  async read(context, id, state) {
    const about = { what: "Read the webhook", subject: "the account's webhook" };
    const found = await readWebhook(context.client, about);
    ownAccount(about.subject, found.accountId, state.accountId ?? id);
    const { ownUrl, urlCleared } = state;
    const item = live(found);
    if (item) return { ...item, outputs: { ...item.outputs, ownUrl } };
    return urlCleared === true ? unseen(found, state) : undefined;
  },

  async update(context, id, state, declared): Promise<Outcome<typeof outputs>> {
    const about = { what: "Update the webhook", subject: "the account's webhook" };
    const found = await readWebhook(context.client, about);
    ownAccount(about.subject, found.accountId, state.accountId ?? id);
    const isForeign = found.url !== undefined && found.url !== state.url && found.url !== declared.url;
    if (isForeign && declared.takeover !== true) {
      throw new ConflictError({
        ...about,
        why: `Somebody has set it to ${found.url ?? ""} since.`,
        remedy: "Run `pulumi refresh` to see the change, then `pulumi up`, or set takeover: true to overwrite it.",
      });
    }
    return { id, outputs: await setWebhook(context, found, declared, about), unsettled: [] };
  },

  async delete(context, id, state) {
    if (isHeld(context, id)) return;
    const about = { what: "Delete the webhook", subject: "the account's webhook" };
    const found = await readWebhook(context.client, about);
    ownAccount(about.subject, found.accountId, state.accountId ?? id);
    // Somebody else's address by now: leave it alone.
    if (found.url === undefined || found.url !== (state.ownUrl ?? state.url)) return;
    await setWebhook(context, found, { url: "", enabled: false }, about);
  },

  async *list(context): AsyncGenerator<Webhook> {
    const found = live(await readWebhook(context.client, { what: "List the webhook" }));
    if (found) yield found;
  },
});

/**
 * Whether the program declares it twice is not certain: a replacement that creates first looks the same. So it is said, and
 * not refused.
 */
function warnOfAdoption({ log, holds }: Context, { accountId, url = "" }: Found): void {
  const twice = holds.kept.has(accountId.toLowerCase())
    ? " A resource of this program manages it since an earlier run: unless this one replaces it, remove one of the two declarations."
    : "";
  log("warning", `The account's webhook is ${url} already, and is adopted.${twice}`);
}

interface Found {
  accountId: string;
  /** Undefined where none is set. */
  url: string | undefined;
  enabled: boolean;
}

async function readWebhook(client: Client, about: About): Promise<Found> {
  const { id, notificationSettings } = userIn(await client.graphql(ReadWebhook, {}, about), client, about);
  return {
    accountId: id,
    url: notificationSettings?.notificationUrl || undefined,
    enabled: notificationSettings?.urlNotifications ?? false,
  };
}

async function setWebhook(
  { client, log }: Context,
  found: Found,
  { url, enabled }: { url: string; enabled: boolean },
  about: About,
): Promise<Values<typeof outputs>> {
  const facts = { accountId: found.accountId, ownUrl: url };
  if (found.url === url && found.enabled === enabled) return facts;
  const { setNotificationSettings } = await client.graphql(SetWebhook, { enabled, url }, about);
  const isSet = setNotificationSettings;
  if (isSet && (enabled || url === "")) return facts;
  const after = await readWebhook(client, about);
  const urlCleared = url !== "" && !enabled && !after.enabled && after.url === undefined;
  const isSo = (after.url ?? "") === url && after.enabled === enabled;
  if (!isSet && !urlCleared) accepted(isSo, about, `The webhook could not be set to "${url}".`);
  if (!urlCleared) return facts;
  log(
    "warning",
    "The account's webhook is switched off, and remote.it has cleared its address. Nothing is lost: the address that the program declares is set again with `enabled: true`.",
  );
  return { ...facts, urlCleared };
}

function live({ accountId, url, enabled }: Found): Webhook | undefined {
  return url === undefined ? undefined : { id: accountId, inputs: { url, enabled }, outputs: { accountId, ownUrl: undefined } };
}

/** A webhook that is switched off and of which the account shows no address, as state holds it. */
function unseen({ accountId }: Found, { url, enabled, ownUrl }: State<typeof inputs, typeof outputs>): Webhook {
  const held = { ...(url !== undefined && { url }), ...(enabled !== undefined && { enabled }) };
  return { id: accountId, inputs: held, outputs: { accountId, ownUrl, urlCleared: true } };
}
