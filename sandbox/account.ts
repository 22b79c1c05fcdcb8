import type { Owner } from "./rows";

/** Somebody with an account, or who was invited to have one. */
export interface User {
  id: string;
  email: string;
}

/** An account, which is its user as well (api/README.md, A). The rows are what entities keep of it. */
export interface Account extends Owner, User {
  developerKey: string;
  created: string;
  /** Ids of the accounts that this account's user administers from the start: a reset leaves it so. */
  memberOf: Set<string>;
}

export interface Key {
  id: string;
  /** In base64. */
  secret: string;
  accountId: string;
  enabled: boolean;
  /** Made by a client, through GraphQL. */
  isMade: boolean;
  created: string;
  lastUsed: string | null;
}
