import { AuthenticationError, GraphqlError, WrongAccountError } from "../core/errors";
import type { RequestLabel } from "./send";
import type { Settings } from "./settings";

/** What is needed to say whose answer is missing. */
interface Asking {
  settings: Pick<Settings, "accountId" | "accessKeyId" | "credentialsFrom">;
}

/** The user of the access key. `login` is nullable (api/schema.graphql, I). @throws AuthenticationError where it is null. */
export function userIn<U>({ login }: { login?: U | null }, { settings }: Asking, about: RequestLabel): U {
  if (login) return login;
  throw new AuthenticationError({
    ...about,
    why: `remote.it took the signature of access key ${settings.accessKeyId} and answered without a user (login is null).`,
    remedy: `Check that the key is still enabled and that its user exists. It came from: ${settings.credentialsFrom}.`,
  });
}

/**
 * The account that was asked for. `account` is nullable (api/schema.graphql, I), and null is never an empty account.
 * @throws AuthenticationError, WrongAccountError where the answer has none.
 */
export function accountIn<A>(data: { login: { account?: A | null } | null }, asking: Asking, about: RequestLabel): A {
  const { account } = userIn(data, asking, about);
  if (account) return account;
  const { accountId } = asking.settings;
  throw new WrongAccountError({
    ...about,
    why:
      accountId === undefined
        ? `remote.it answered without the account of access key ${asking.settings.accessKeyId} (account is null).`
        : `remote.it answered without account ${accountId} (account is null): it is unknown, or the access key's user may not act for it.`,
    remedy: "Check remoteit:accountId, and that the access key's user is still a member of that account.",
  });
}

/**
 * A list by ids. Unknown ids are absent from it; a list that is null itself (api/schema.graphql, I) says nothing about them.
 * @throws GraphqlError that names the ids.
 */
export function listIn<T>(
  list: T[] | null | undefined,
  ids: readonly string[],
  kind: "device" | "service",
  about: RequestLabel,
): T[] {
  if (list) return list;
  const named = ids.length > 3 ? `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more` : ids.join(", ");
  throw new GraphqlError({
    ...about,
    why: `remote.it answered null in place of the list of ${kind}s for ${named}, which does not say whether they exist.`,
    remedy: "Run again; nothing was changed.",
    errors: [],
  });
}
