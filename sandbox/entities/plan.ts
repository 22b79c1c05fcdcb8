import type { Account } from "../accounts";
import { defineEntity } from "../entity";
import type { Store } from "../store";
import { devicesOf } from "./devices/rows";
import { membersOf } from "../organization";

/** The plan of every account: the one that leaves nothing out, so that nothing is refused for its sake. */
const PLAN = {
  id: "sandbox-plan",
  name: "Business",
  description: "Everything that the sandbox has",
  commercial: true,
  billing: false,
  product: { id: "sandbox-product", name: "remote.it", description: null },
};

export default defineEntity({
  fields: {
    User: {
      licenses: (account) => [licenseOf(account)],
      /** Features are on, counts are far away, events are kept for a year: names as in schema.graphql (A). */
      limits: (account, _args, { store }) => {
        const license = licenseOf(account);
        const limit = (name: string, value: unknown, actual: number | null = null) => ({
          name,
          value,
          actual,
          base: null,
          scale: null,
          license,
        });
        return [
          limit("iot-devices", 1_000_000, devicesOf(account).size),
          limit("org-users", 1000, licensed(store, account)),
          limit("log-limit", "P1Y"),
          ...["tagging", "roles", "saml", "no-splash"].map((name) => limit(name, true)),
        ];
      },
    },
  },
});

/** Whoever takes a seat (api/README.md, A). */
const licensed = (store: Store, account: Account) =>
  membersOf(store, account).filter(({ license }) => license === "LICENSED").length;

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
