import { z } from "zod";
import { accountOf } from "../../control-call";
import type { Entity } from "../../entity";
import { together } from "../routes";
import type { Handler } from "./handler";

/** Puts into an account what entities take, each in its form: all of it or, where something is wrong, nothing. */
export function contentHandlers(entities: readonly Entity[]): Record<string, Handler> {
  const contents = together(entities, ({ content }) => content);
  const forms = Object.fromEntries([...contents].map(([name, { form }]) => [name, form.optional()]));
  const schema = z.strictObject({ accountId: z.string().optional(), content: z.strictObject(forms) });
  return {
    "POST /content": (controlled, body) => {
      const { accountId, content } = schema.parse(body);
      const account = accountOf(controlled, accountId);
      for (const [name, given] of Object.entries(content))
        if (given !== undefined) contents.get(name)?.put(controlled.store, account, given as never);
      return {};
    },
  };
}
