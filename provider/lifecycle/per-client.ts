import type { Client } from "../client";

/** What is kept once for each client, and so for each account and process: a list that is asked for once, what was seen before. */
export function perClient<T>(create: () => T): (holder: { client: Client }) => T {
  const kept = new WeakMap<Client, T>();
  return ({ client }) => {
    const known = kept.get(client) ?? create();
    kept.set(client, known);
    return known;
  };
}
