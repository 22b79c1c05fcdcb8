import { accountIn } from "../../provider/client";
import type { Asking } from "../asking";
import { graphql } from "../generated";
import { fact, probe } from "../probe";
import { isRefusal } from "../refusal";
import type { Send } from "../trial";

const ReadNotifications = graphql(/* GraphQL */ `
  query conformanceNotifications($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        device(id: $ids) {
          notificationSettings {
            emailNotifications
            desktopNotifications
          }
        }
      }
    }
  }
`);

const SetNotifications = graphql(/* GraphQL */ `
  mutation conformanceSetNotifications($id: String!, $emailNotifications: Boolean, $desktopNotifications: Boolean) {
    setNotificationSettings(serviceId: $id, emailNotifications: $emailNotifications, desktopNotifications: $desktopNotifications)
  }
`);

type Setting = "emailNotifications" | "desktopNotifications";
type Settings = Record<Setting, boolean | null>;

async function readSettings({ client }: Asking, id: string, send: Send): Promise<Settings | undefined> {
  const about = { what: "Reading the notification settings of the trials' device" };
  const { accountId } = client.settings;
  const [device] = accountIn(await send(ReadNotifications, { accountId, ids: [id] }, about), client, about).device ?? [];
  return device?.notificationSettings;
}

const followsAccount = probe("notification-null", {
  otherwise: {
    ignored: "A notification setting that is null in the program cannot be set: write true or false, or leave it out.",
  },
  evidence: "A",
  leansOn: ["provider/domains/devices/notifications.ts"],
  way: "writing",
  ask: async (asking) => {
    const { trial } = asking;
    if (!trial) return { needs: "write" };
    const { id } = trial.device;
    const about = { what: "Setting a notification setting of the trials' device" };
    const before = await readSettings(asking, id, trial.send);
    const setting = (["desktopNotifications", "emailNotifications"] as const).find((name) => typeof before?.[name] === "boolean");
    // Were it set for the trial, nothing might bring the null back.
    if (!before || !setting) return { unknown: "the device has no setting of its own, and might keep one that it is given" };
    trial.changes({
      what: `a changed notification setting of the device: ${setting} was ${before[setting]}`,
      byHand: "Set it in https://app.remote.it.",
      isPutBack: async (send) => (await readSettings(asking, id, send))?.[setting] === before[setting],
      putBack: (send) => send(SetNotifications, { id, [setting]: before[setting] }, about),
    });
    try {
      await trial.send(SetNotifications, { id, [setting]: null }, about);
    } catch (error) {
      if (isRefusal(error)) return { answer: "ignored" };
      throw error;
    }
    const after = await readSettings(asking, id, trial.send);
    return { answer: after?.[setting] === null ? "follows" : "ignored" };
  },
});

const ReadWebhook = graphql(/* GraphQL */ `
  query conformanceWebhook {
    login {
      notificationSettings {
        urlNotifications
        notificationUrl
      }
    }
  }
`);

const SetWebhook = graphql(/* GraphQL */ `
  mutation conformanceSetWebhook($urlNotifications: Boolean, $notificationUrl: String) {
    setNotificationSettings(urlNotifications: $urlNotifications, notificationUrl: $notificationUrl)
  }
`);

/** Names of this kind lead nowhere (RFC 2606): nobody hears of the account's devices. */
const NOWHERE = "https://pulumi-remoteit-conformance.invalid/";

interface Webhook {
  isOn: boolean;
  address: string;
}

async function readWebhook({ client }: Asking, send: Send = client.graphql): Promise<Webhook> {
  const { login } = await send(ReadWebhook, {}, { what: "Reading the webhook" });
  const found = login?.notificationSettings;
  return { isOn: found?.urlNotifications === true, address: found?.notificationUrl ?? "" };
}

const webhookOff = probe("webhook-off", {
  otherwise: {
    clears: "Nothing: the address of a Webhook that is switched off is kept in state, and set again with the switch.",
  },
  evidence: "unknown; the app's switch clears it (A)",
  leansOn: ["provider/domains/account/webhook.ts"],
  way: "reading or writing",
  ask: async (asking) => {
    const { trial } = asking;
    const { id, ownId } = await asking.client.account();
    const before = await readWebhook(asking);
    if (before.address !== "") {
      if (!before.isOn) return { answer: "keeps" };
      return { unknown: "the account's webhook is in use, and is not switched off for this" };
    }
    if (!trial) return { needs: "write" };
    if (id !== ownId) return { unknown: "the account's webhook is out of the key's reach" };
    const about = { what: "Setting a webhook that leads nowhere" };
    trial.changes({
      what: `the account's webhook ${NOWHERE}`,
      byHand: "Clear it among the settings of the account in https://app.remote.it.",
      isPutBack: async (send) => {
        const { isOn, address } = await readWebhook(asking, send);
        return address === "" && isOn === before.isOn;
      },
      putBack: (send) => send(SetWebhook, { urlNotifications: before.isOn, notificationUrl: "" }, about),
    });
    try {
      await trial.send(SetWebhook, { urlNotifications: true, notificationUrl: NOWHERE }, about);
      if ((await readWebhook(asking, trial.send)).address !== NOWHERE) return { unknown: "remote.it did not take the address" };
      await trial.send(SetWebhook, { urlNotifications: false }, about);
    } catch (error) {
      if (isRefusal(error)) return { unknown: "remote.it refused the address" };
      throw error;
    }
    return { answer: (await readWebhook(asking, trial.send)).address === "" ? "clears" : "keeps" };
  },
});

const webhookClear = fact({
  name: "webhook-clear",
  question: "How is the webhook's address cleared?",
  assumed: ["empty", "by an empty text; empty and absent read the same"],
  evidence: "A",
  leansOn: ["provider/domains/account/webhook.ts"],
  way: "elsewhere",
  notAsked: "`webhook-off` puts back by it, and would say so where it fails",
});

const webhookForm = probe("webhook-form", {
  otherwise: { table: "Nothing: `watch` reads both." },
  evidence: "D 2021-10 (a received call); D 2023-01 (the docs' table)",
  leansOn: ["drift/watch/delivery.ts"],
  way: "elsewhere",
  notAsked: "it would take an address that remote.it reaches",
});

const webhookSigned = fact({
  name: "webhook-signed",
  question: "Does remote.it sign the calls of its webhook?",
  assumed: ["no", "no: a call is believed only as a hint whom to look at, and the path can be made a secret"],
  evidence: "unknown",
  leansOn: ["cli/watch/webhook-server.ts"],
  way: "elsewhere",
  notAsked: "it would take an address that remote.it reaches",
});

const webhookRepeats = fact({
  name: "webhook-repeats",
  question: "What tells a repeated call of the webhook from a new one?",
  assumed: ["same", "device, state and the time; a call without a time is new"],
  evidence: "D (a failed call may be sent again)",
  leansOn: ["drift/watch/delivery.ts"],
  way: "elsewhere",
  notAsked: "it would take an address that remote.it reaches",
});

export const notificationProbes = [followsAccount, webhookOff, webhookClear, webhookForm, webhookSigned, webhookRepeats];
