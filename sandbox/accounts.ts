import { createHash } from "node:crypto";
import type { Account, Key, User } from "./account";
import { now, type Store } from "./store";

export type { Account, Key, User } from "./account";

const digestOf = (text: string) => createHash("sha256").update(text).digest();

const idOf = (email: string): string => digestOf(email).toString("hex").slice(0, 24).toUpperCase();

/** A new account; its id and developer key only depend on the address of its user. */
export function addAccount(store: Store, email: string): Account {
  const account: Account = {
    id: idOf(email),
    email,
    developerKey: digestOf(`developer ${email}`).toString("base64url").slice(0, 32),
    created: now(store).toISOString(),
    memberOf: new Set(),
  };
  store.accounts.set(account.id, account);
  return account;
}

/** The next key of the sandbox. It only depends on the seed and its number: what a stack holds of it is right again after a restart. */
export function addKey(store: Store, accountId: string, isMade = false): Key {
  store.keysMade += 1;
  const digest = (what: string) => digestOf(`${what} ${store.seed}/${store.keysMade}`);
  const id = digest("key").toString("hex").slice(0, 20).toUpperCase();
  // Without the bytes that a shell drops from a variable: the docs' sample (api/README.md, D) keeps the decoded secret in one.
  const secret = Buffer.from(digest("secret").map((byte) => (byte === 0 || byte === 10 ? 1 : byte))).toString("base64");
  const key: Key = { id, secret, accountId, enabled: true, isMade, created: now(store).toISOString(), lastUsed: null };
  store.keys.set(id, key);
  return key;
}

export function accountByEmail(store: Store, email: string): Account | undefined {
  return [...store.accounts.values()].find((account) => isSameEmail(store, account.email, email));
}

/** Whether two addresses are those of one user. */
export const isSameEmail = ({ world }: Pick<Store, "world">, one: string, other: string): boolean =>
  world["email-case"] === "same" ? one.toLowerCase() === other.toLowerCase() : one === other;

/** Whom something can be shared with, or who can be made a member, under this address; undefined where nobody has it and nobody is invited. */
export function userFor(store: Store, email: string): User | undefined {
  const known = accountByEmail(store, email);
  if (known || store.world["unknown-email"] === "refused" || !/^\S+@\S+$/.test(email)) return known;
  return { id: idOf(email), email };
}
