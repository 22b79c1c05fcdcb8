import { z } from "zod";
import type { Account } from "../accounts";
import { content, defineEntity } from "../entity";
import { limitsOf, wishedLimits } from "../limits";

/** The plan of every account: it leaves nothing out, unless a test says so. */
const PLAN = {
  id: "sandbox-plan",
  name: "Business",
  description: "Everything that the sandbox has",
  commercial: true,
  billing: false,
  product: { id: "sandbox-product", name: "remote.it", description: null },
};

const form = z.array(z.strictObject({ name: z.string(), value: z.unknown(), actual: z.unknown().optional() }));

export default defineEntity({
  fields: {
    User: {
      licenses: (account) => [licenseOf(account)],
      limits: (account, _args, { store }) =>
        limitsOf(store, account).map((limit) => ({ ...limit, base: null, scale: null, license: licenseOf(account) })),
    },
  },
  content: {
    /** Each in place of the one of its name. What is used is counted, unless it is given. */
    limits: content(form, (_store, account, given) => {
      for (const { name, ...limit } of given) wishedLimits(account).set(name, { name, ...limit });
    }),
  },
});

/** As the type `License`. */
const licenseOf = (account: Account) => ({
  id: `license-${account.id}`,
  valid: true,
  custom: false,
  quantity: null,
  expiration: null,
  created: account.created,
  updated: account.created,
  plan: PLAN,
  product: PLAN.product,
  user: account,
});
