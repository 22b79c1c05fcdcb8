import { z } from "zod";
import { field } from "../../core/field";
import { asKnown, type Context, defineGet, defineList } from "../../lifecycle";
import { emailAddress } from "../shared/text";
import { identityProvider } from "./identity-provider";
import { member } from "./member";
import { memberId } from "./member-calls";
import { organization } from "./organization";
import { observedIn } from "./overview";
import { liveRole, role } from "./role";
import { allRoles, type RoleRecord } from "./role-calls";

/** Functions show the built-in roles too, which no resource can manage. */
const anyRole = {
  ...role,
  outputs: { ...role.outputs, system: field(z.boolean(), "Whether it is built in: then nobody can change it.") },
  async read(context: Context, id: string) {
    const { accountId, item } = await observedIn(allRoles)(asKnown(context), id, { what: "Reading role", subject: id });
    return item && live(item, accountId);
  },
  async *list({ inventory }: Context) {
    const { accountId, items } = await inventory.list(allRoles, { what: "Listing roles" });
    for (const item of items) yield live(item, accountId);
  },
};

function live(item: RoleRecord, accountId: string) {
  const { outputs, ...one } = liveRole(item, accountId);
  return { ...one, outputs: { ...outputs, system: item.system, origin: undefined, mark: undefined } };
}

export const getRole = defineGet(anyRole);

export const getRoles = defineList(anyRole, "roles");

export const getMember = defineGet(member, {
  args: { email: field(emailAddress(), "E-mail address of the member. Case is ignored.") },
  id: ({ email }, accountId) => memberId.format({ accountId, email }),
});

export const getMembers = defineList(member, "members");

/** An account has one organization: its id is the account's. */
export const getOrganization = defineGet(organization, { args: {}, id: (_args, accountId) => accountId });

/** An organization has one identity provider: its id is the account's. */
export const getIdentityProvider = defineGet(identityProvider, { args: {}, id: (_args, accountId) => accountId });
