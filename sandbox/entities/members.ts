import { z } from "zod";
import type { Account } from "../accounts";
import { accountOf } from "../control-call";
import { defineEntity } from "../entity";
import type { Store } from "../store";
import { adminOf } from "./roles";

const memberSchema = z.strictObject({ accountId: z.string(), of: z.string() });

/** Who may act for whom. */
export default defineEntity({
  fields: {
    User: {
      membership: (account, _args, { store }) =>
        [...account.memberOf].flatMap((id) => {
          const organization = store.accounts.get(id);
          return organization ? membership(organization, account) : [];
        }),
      member: (account, _args, { store }) =>
        membersOf(store, account).map((user) => ({ user, scripting: true, created: user.created })),
    },
    Organization: {
      members: (account, _args, { store }) => membersOf(store, account).map((member) => membership(account, member)),
    },
  },
  control: {
    "POST /members": (sandbox, body) => {
      const { accountId, of } = memberSchema.parse(body);
      accountOf(sandbox, of).memberOf.add(accountOf(sandbox, accountId).id);
      return {};
    },
  },
});

export function membersOf({ accounts }: Store, { id }: Account): Account[] {
  return [...accounts.values()].filter(({ memberOf }) => memberOf.has(id));
}

/** As the type `OrganizationMember`: everybody is an administrator. */
const membership = (organization: Account, user: Account) => ({
  created: user.created > organization.created ? user.created : organization.created,
  license: "LICENSED",
  customRole: adminOf(organization),
  role: "ADMIN",
  user,
  organization,
});
