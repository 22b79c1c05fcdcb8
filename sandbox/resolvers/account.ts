import { accountFor, type Resolver } from "./support";

interface Update {
  language?: string | null;
  timezone?: string | null;
  accountId?: string | null;
}

/** Changes what is given. */
const updateAccount: Resolver<Update> = (_source, { language, timezone, accountId }, context) => {
  const account = accountFor(context, accountId);
  account.language = language ?? account.language;
  account.timezone = timezone ?? account.timezone;
  return true;
};

export const accountMutations = { updateAccount };
