import { AsyncLocalStorage } from "node:async_hooks";
import { memoize } from "./memoize";
import { declaredBy } from "./mutation";
import type { Graphql } from "./graphql";
import type { SendTogether } from "./merge";
import type { Rest } from "./rest";
import { restCalls } from "./rest-calls";

const storage = new AsyncLocalStorage<() => Promise<void>>();

/** Runs work that may find that it has nothing to change. The check runs before the first change is sent, and may keep it back. */
export const checkedBeforeChanges = <T>(check: () => Promise<void>, work: () => Promise<T>): Promise<T> =>
  storage.run(memoize(check), work);

const check = async (): Promise<void> => storage.getStore()?.();

interface Changing {
  graphql: Graphql;
  together: SendTogether;
  rest: Rest;
}

/** What sends changes, each of which waits for the check of the work that wants it. */
export function afterCheck({ graphql, together, rest }: Changing): Changing {
  return {
    graphql: async (document, ...asked) => {
      if (declaredBy(document)) await check();
      return graphql(document, ...asked);
    },
    together: async (...asked) => {
      await check();
      return together(...asked);
    },
    rest: async (call, ...asked) => {
      if (restCalls[call].changes) await check();
      return rest(call, ...asked);
    },
  };
}
