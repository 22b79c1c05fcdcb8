import { graphql } from "../../api/generated";
import { once } from "./once";
import type { Graphql } from "./graphql";

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
  email: string;
  /** The account of the access key's own user. */
  ownId: string;
}

/** Asks whose account answers, once for all who want to know. A failure is not kept: the next one asks again. */
export function createAccount(graphql: Graphql, accountId: string | undefined): () => Promise<Account> {
  return once(async () => {
    const subject = accountId === undefined ? undefined : `Account ${accountId}`;
    const { login } = await graphql(WhoAmI, { accountId: accountId ?? null }, { what: "Ask whose account answers", subject });
    return { ...login.account, ownId: login.id };
  });
}
