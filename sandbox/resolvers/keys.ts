import { GraphQLError } from "graphql";
import { addKey } from "../accounts";
import type { Account, Key } from "../model";
import type { Store } from "../store";
import type { Context, Resolver } from "./support";

/** Of one user, disabled ones counted (api/README.md, D and A). */
const MOST = 2;

export function keysOf({ keys }: Store, { id }: Account): Key[] {
  return [...keys.values()].filter(({ accountId }) => accountId === id);
}

/** A key without its secret, as the type `AccessKey`. */
export const keyView = ({ id, enabled, created, lastUsed }: Key) => ({ key: id, enabled, created, lastUsed });

/** The only time that the secret is shown. */
const createAccessKey: Resolver = (_source, _args, { store, account }) => {
  if (keysOf(store, account).length >= MOST) throw new GraphQLError(`A user has at most ${MOST} access keys: delete one first.`);
  const { id, secret } = addKey(store, account.id, true);
  return { key: id, secret };
};

const updateAccessKey: Resolver<{ key: string; enabled: boolean }> = (_source, { key: id, enabled }, context) => {
  const key = ownKey(context, id);
  if (!key) return null;
  key.enabled = enabled;
  return keyView(key);
};

const deleteAccessKey: Resolver<{ key: string }> = (_source, { key: id }, context) =>
  ownKey(context, id) !== undefined && context.store.keys.delete(id);

/** No account can be named: keys are the user's own. */
const ownKey = ({ store, account }: Context, id: string): Key | undefined => keysOf(store, account).find((key) => key.id === id);

export const keyMutations = { createAccessKey, updateAccessKey, deleteAccessKey };
