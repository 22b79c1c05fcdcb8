import { z } from "zod";
import { graphql } from "../../../api/generated";
import { type RequestLabel, type Client, defineMutation, userIn } from "../../client";
import { protectAddress, withoutPath } from "../../core/address";
import { ConflictError } from "../../core/errors";
import { field } from "../../core/field";
import type { Obstacle } from "../../core/obstacle";
import type { Live } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { type Marks, userMarksIn } from "../../inventory";
import { type Context, defineResource } from "../../lifecycle";
import { accepted, adopted } from "../shared/answers";
import { flag } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { webhookProblem, webhookUrl } from "./webhook-url";

const ReadWebhook = graphql(/* GraphQL */ `
  query getWebhook {
    login {
      id
      attributes
      notificationSettings {
        urlNotifications
        notificationUrl
      }
    }
  }
`);

const SetWebhook = defineMutation(
  graphql(/* GraphQL */ `
    mutation setWebhook($enabled: Boolean!, $url: String!) {
      setNotificationSettings(urlNotifications: $enabled, notificationUrl: $url)
    }
  `),
  [],
);

const inputs = {
  url: field(
    webhookUrl(),
    "Public HTTPS address that remote.it calls when a device or a service goes online or offline. It must answer 200 within 5 seconds. If whoever knows its path may call it, pass it as a secret.",
    { told: (value) => (typeof value === "string" ? withoutPath(value) : value) },
  ),
  enabled: field(
    flag().default(true),
    "Whether remote.it calls the address. Default: true. remote.it itself switches off a webhook that fails repeatedly; the next `pulumi refresh` shows it and `pulumi up` switches it on again. If remote.it forgets the address while the webhook is off, a warning says so, and the address is set again when it is switched on.",
  ),
  takeover: field(
    flag().optional(),
    "Whether an address that the account already has may be overwritten. Default: false, which fails with an error that names it.",
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

const ABOUT = "of the account";

const PLACE = { kind: "webhook" };

export const webhook = defineResource({
  type: "Webhook",
  describe:
    "The webhook of a remote.it account: one address for each account, which remote.it calls whenever a device or a service goes online or offline. Its id is the account's. Switching it off or on in remote.it's app clears the address: `pulumi up --refresh` sets it again.",
  inputs,
  outputs,
  filters: {},
  isLookedForUnasked: true,
  kept: ["ownUrl", "urlCleared"],

  called: () => ABOUT,

  // Whether an address is kept beside a switch that is off, only remote.it's answer tells.
  preview: ({ url, enabled }) => ({
    outputs: { ownUrl: url as string, ...(enabled === true && { urlCleared: undefined }) },
  }),

  needs: { permission: "owner", on: "account" },

  async obstacles({ context, about }, { declared, exists }) {
    if (exists || declared["takeover"] === true || isUnknown(declared["url"]) || isUnknown(declared["takeover"])) return [];
    return taken(await readWebhook(context.client, about), declared["url"]);
  },

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

  adoption: {
    example: "new remoteit.Webhook(…, { url }) with the address that it has",
    inputs: ({ inputs: { url, enabled } }) => ({ url, ...(enabled === false && { enabled }) }),
  },

  // Its path may be what lets a caller in, and no program says that it is not.
  label: ({ inputs: { url } }) => url && withoutPath(url),

  isUnseen: ({ urlCleared }) => urlCleared === true,

  async observe({ client }, id, about, { url, enabled, urlCleared }) {
    if (typeof url === "string") protectAddress(url);
    const found = await readWebhook(client, about);
    const { accountId } = found;
    if (id !== accountId) return { accountId, item: undefined };
    if (isSet(found)) return { accountId, item: found };
    if (urlCleared !== true || typeof url !== "string") return { accountId, item: undefined };
    const held: SetWebhookRecord = { ...found, url, enabled: enabled === true, isCleared: true };
    return { accountId, item: held };
  },

  live,

  async create(context, declared, about) {
    const found = await readWebhook(context.client, about);
    const { accountId } = found;
    const [conflict] = declared.takeover === true ? [] : taken(found, declared.url);
    if (conflict) throw new ConflictError({ ...about, ...conflict });
    const isThere = found.url === declared.url;
    if (isThere) warnOfAdoption(context, accountId);
    context.ownership.take({ type: "Webhook", id: accountId }, about);
    const outputs = await setWebhook(context, found, declared, about);
    return { id: accountId, accountId, origin: isThere ? "adopted" : "made", outputs };
  },

  beforeUpdate({ live: found, state, declared }, about) {
    const isForeign = found["url"] !== state["url"] && found["url"] !== declared["url"];
    if (!isForeign || declared["takeover"] === true) return;
    throw new ConflictError({
      ...about,
      why: `Somebody has set it to ${withoutPath(String(found["url"]))} since.`,
      remedy: "Run `pulumi refresh` to see the change, then `pulumi up`, or set takeover: true to overwrite it.",
    });
  },

  setters: [
    {
      what: "Setting webhook",
      properties: ["url", "enabled"],
      set: (context, { item }, { url, enabled }, _look, about) => {
        const wanted = { url: (url?.target ?? item.url) as string, enabled: (enabled?.target ?? item.enabled) as boolean };
        return setWebhook(context, item, wanted, about);
      },
    },
  ],

  marking: userMarks(() => PLACE),

  isOthers: ({ url }, { ownUrl, url: declared }) =>
    url === (ownUrl ?? declared) ? undefined : "its address is another by now, which this resource has not set.",

  async destroy(context, { item }, _look, about) {
    if (!item.isCleared) await setWebhook(context, item, { url: "", enabled: false }, about);
  },

  async *list(context): AsyncGenerator<Webhook> {
    const found = await readWebhook(context.client, { what: "Listing webhooks" });
    if (isSet(found)) yield live(found, found.accountId);
  },
});

/**
 * The address itself is not told: the program may hold it to be secret. Whether the program declares it twice is not certain: a
 * replacement that creates first looks the same. So it is said, and not refused.
 */
function warnOfAdoption({ log, ownership }: Context, accountId: string): void {
  const twice = ownership.isOwned({ type: "Webhook", id: accountId })
    ? " A resource of this program manages it since an earlier run: unless this one replaces it, remove one of the two declarations."
    : "";
  log("warning", `${adopted("The account's webhook has the declared address already, and is adopted.")}${twice}`);
}

/** The account's one webhook has another address already. */
function taken({ url }: WebhookRecord, declared: unknown): Obstacle[] {
  if (url === undefined || url === declared) return [];
  const why = `The account has a webhook already: ${withoutPath(url)}. An account has only one.`;
  return [{ property: "url", why, remedy: "Declare that address, or set takeover: true to overwrite it." }];
}

interface WebhookRecord {
  accountId: string;
  /** Undefined where none is set. */
  url: string | undefined;
  enabled: boolean;
  marks: Marks;
  /** Set where remote.it has cleared the address because the webhook is switched off: then it is the one that state holds. */
  isCleared?: true;
}

type SetWebhookRecord = WebhookRecord & { url: string };

const isSet = (found: WebhookRecord): found is SetWebhookRecord => found.url !== undefined;

async function readWebhook(client: Client, about: RequestLabel): Promise<WebhookRecord> {
  const { id, attributes, notificationSettings } = userIn(await client.graphql(ReadWebhook, {}, about), client, about);
  return {
    accountId: id,
    url: notificationSettings?.notificationUrl ? protectAddress(notificationSettings.notificationUrl) : undefined,
    enabled: notificationSettings?.urlNotifications ?? false,
    marks: userMarksIn(attributes, PLACE),
  };
}

/**
 * No answer of remote.it that quotes the address is shown as it is: a dynamic resource does not hear whether the program holds it to
 * be secret.
 *
 * @returns what is known of it from then on.
 */
async function setWebhook(
  { client, log }: Context,
  found: WebhookRecord,
  { url, enabled }: { url: string; enabled: boolean },
  about: RequestLabel,
): Promise<{ ownUrl: string; urlCleared: boolean | undefined }> {
  if (url !== "") protectAddress(url);
  const facts = { ownUrl: url, urlCleared: undefined };
  if (!found.isCleared && found.url === url && found.enabled === enabled) return facts;
  const sent = await client.graphql(SetWebhook, { enabled, url }, about).then(
    ({ setNotificationSettings }) => setNotificationSettings,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  const failure = sent instanceof Error ? sent : undefined;
  const isAccepted = sent === true;
  if (isAccepted && (enabled || url === "")) return facts;
  // A change that was carried out although its answer never came is done.
  const after = await readWebhook(client, about).catch((error: unknown) => {
    throw failure ?? error;
  });
  const urlCleared = url !== "" && !enabled && !after.enabled && after.url === undefined;
  const isSo = (after.url ?? "") === url && after.enabled === enabled;
  if (failure && !isSo && !urlCleared) throw failure;
  if (!isAccepted && !urlCleared) accepted(isSo, about, "The webhook could not be set to the declared address.");
  if (!urlCleared) return facts;
  log(
    "warning",
    "The account's webhook is switched off, and remote.it has cleared its address. Nothing is lost: the address that the program declares is set again with `enabled: true`.",
  );
  return { ...facts, urlCleared };
}

function live({ url, enabled }: SetWebhookRecord, accountId: string): Webhook {
  return { id: accountId, inputs: { url, enabled }, outputs: { accountId, ownUrl: undefined, urlCleared: undefined } };
}
