import { z } from "zod";
import { accountByEmail, addAccount, addKey } from "../../accounts";
import { findAgent } from "../../agents";
import { showDevice } from "../../things";
import { accountOf, Refusal, type Handler } from "./handler";

const accountSchema = z.strictObject({ email: z.email().optional() });
const keySchema = z.strictObject({ accountId: z.string().optional() });
const memberSchema = z.strictObject({ accountId: z.string(), of: z.string() });
const shareSchema = z.strictObject({ deviceId: z.string(), accountId: z.string() });

export const accountHandlers: Record<string, Handler> = {
  "POST /accounts": ({ store }, body) => {
    const { email = `account-${store.accounts.size + 1}@example.com` } = accountSchema.parse(body ?? {});
    if (accountByEmail(store, email)) throw new Refusal(`There is an account of ${email} already.`);
    const account = addAccount(store, email);
    const { id, secret } = addKey(store, account.id);
    return { accountId: account.id, accessKeyId: id, secretAccessKey: secret, developerKey: account.developerKey };
  },
  "POST /keys": (controlled, body) => {
    const { accountId } = keySchema.parse(body ?? {});
    const { id, secret } = addKey(controlled.store, accountOf(controlled, accountId).id);
    return { accessKeyId: id, secretAccessKey: secret };
  },
  "DELETE /keys/{id}": ({ store }, _body, id) => {
    const key = store.keys.get(id);
    if (!key) throw new Refusal(`There is no key ${id}.`);
    key.enabled = false;
    return {};
  },
  "POST /members": (controlled, body) => {
    const { accountId, of } = memberSchema.parse(body);
    accountOf(controlled, of).memberOf.add(accountOf(controlled, accountId).id);
    return {};
  },
  "POST /shares": (controlled, body) => {
    const { deviceId, accountId } = shareSchema.parse(body);
    const found = findAgent(controlled.store, deviceId);
    if (!found?.account) throw new Refusal(`No account has a device ${deviceId}.`);
    showDevice(accountOf(controlled, accountId), found.device);
    return {};
  },
};
