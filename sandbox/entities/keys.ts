import { GraphQLError } from "graphql";
import { z } from "zod";
import { addKey, type Account, type Key } from "../accounts";
import { accountOf, Refusal } from "../control-call";
import { defineEntity, type Context } from "../entity";
import type { Store } from "../store";

/** Of one user, disabled ones counted (api/README.md, D and A). */
const MOST = 2;

const newKey = z.strictObject({ accountId: z.string().optional() });

/** Access keys, and the developer key that REST wants. */
export default defineEntity({
  fields: {
    User: {
      apiKey: ({ developerKey, created }) => ({ key: developerKey, updated: created }),
      accessKeys: (account, _args, { store }) => keysOf(store, account).map(keyView),
    },
  },
  mutations: {
    /** The only time that the secret is shown. */
    createAccessKey: (_args, { store, account }) => {
      if (keysOf(store, account).length >= MOST)
        throw new GraphQLError(`A user has at most ${MOST} access keys: delete one first.`);
      const { id, secret } = addKey(store, account.id, true);
      return { key: id, secret };
    },
    updateAccessKey: ({ key: id, enabled }: { key: string; enabled: boolean }, context) => {
      const key = ownKey(context, id);
      if (!key) return null;
      key.enabled = enabled;
      return keyView(key);
    },
    deleteAccessKey: ({ key: id }: { key: string }, context) =>
      ownKey(context, id) !== undefined && context.store.keys.delete(id),
  },
  control: {
    "POST /keys": (sandbox, body) => {
      const { accountId } = newKey.parse(body ?? {});
      const { id, secret } = addKey(sandbox.store, accountOf(sandbox, accountId).id);
      return { accessKeyId: id, secretAccessKey: secret };
    },
    "DELETE /keys/{id}": ({ store }, _body, id) => {
      const key = store.keys.get(id);
      if (!key) throw new Refusal(`There is no key ${id}.`);
      key.enabled = false;
      return {};
    },
  },
});

function keysOf({ keys }: Store, { id }: Account): Key[] {
  return [...keys.values()].filter(({ accountId }) => accountId === id);
}

/** A key without its secret, as the type `AccessKey`. */
const keyView = ({ id, enabled, created, lastUsed }: Key) => ({ key: id, enabled, created, lastUsed });

/** No account can be named: keys are the user's own. */
const ownKey = ({ store, account }: Context, id: string): Key | undefined => keysOf(store, account).find((key) => key.id === id);
