import { graphql } from "../../api/generated";
import { accountIn, userIn } from "./answered";
import { memoize } from "./memoize";
import type { Graphql } from "./graphql";
import type { RequestLabel } from "./send";
import type { Settings } from "./settings";

const WhoAmI = graphql(/* GraphQL */ `
  query whoAmI($accountId: String) {
    login {
      id
      email
      account(id: $accountId) {
        id
        email
      }
    }
  }
`);

/** Whose account answers. */
export interface Account {
  /** The account that this client acts for: the one of the setting accountId, else the key's own. */
  id: string;
  /** Absent where its user was deleted. */
  email?: string;
  /** The account of the access key's own user. */
  ownId: string;
}

/** Asks whose account answers, once for all who want to know. A failure is not kept: the next one asks again. */
export function createAccount(graphql: Graphql, settings: Settings): () => Promise<Account> {
  return memoize(async () => {
    const { accountId } = settings;
    const about: RequestLabel = { what: "Reading the account", subject: accountId };
    const data = await graphql(WhoAmI, { accountId: accountId ?? null }, about);
    const { id: ownId } = userIn(data, { settings }, about);
    const { id, email } = accountIn(data, { settings }, about);
    return { id, ownId, ...(email !== null && { email }) };
  });
}
