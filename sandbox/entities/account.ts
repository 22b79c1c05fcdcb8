import { GraphQLError } from "graphql";
import { z } from "zod";
import { accountByEmail, addAccount, addKey, type Account } from "../accounts";
import { Refusal } from "../control-call";
import { defineEntity } from "../entity";
import { accountFor, accountToChange } from "../permissions";
import { ok, text } from "../rest";
import { rows } from "../rows";
import { showShared } from "./devices/rows";

const settingsOf = rows(() => ({ language: "en", timezone: null as string | null }));

const newAccount = z.strictObject({ email: z.email().optional() });

interface Update {
  language?: string | null;
  timezone?: string | null;
  accountId?: string | null;
}

/** Who asks, and for which account. What stands behind the type `User` is the account. */
export default defineEntity({
  query: {
    login: (_args, { account }) => account,
    version: () => "sandbox",
  },
  fields: {
    User: {
      account: (_account, { id, email }: { id?: string | null; email?: string | null }, context) =>
        accountFor(context, id, email),
      language: (account) => settingsOf(account).language,
      timezone: (account) => settingsOf(account).timezone,
      lastLogin: null,
      info: (account): Account => account,
    },
  },
  mutations: {
    /** Changes what is given. */
    updateAccount: ({ language, timezone, accountId }: Update, context) => {
      const account = accountToChange(context, accountId, "ADMIN");
      if (account !== context.account && context.store.world["account-update"] === "own")
        throw new GraphQLError("Not authorized: the settings of another account cannot be changed.");
      const settings = settingsOf(account);
      settings.language = language ?? settings.language;
      settings.timezone = timezone ?? settings.timezone;
      return true;
    },
  },
  rest: {
    "POST user/language": (call) => {
      settingsOf(call.account).language = text(call, "language");
      return ok();
    },
  },
  control: {
    "POST /accounts": ({ store }, body) => {
      const { email = `account-${store.accounts.size + 1}@example.com` } = newAccount.parse(body ?? {});
      if (accountByEmail(store, email)) throw new Refusal(`There is an account of ${email} already.`);
      const account = addAccount(store, email);
      showShared(store, account);
      const { id, secret } = addKey(store, account.id);
      return { accountId: account.id, accessKeyId: id, secretAccessKey: secret, developerKey: account.developerKey };
    },
  },
});
