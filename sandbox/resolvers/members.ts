import { PERMISSIONS, type Account } from "../model";
import type { Store } from "../store";
import { userReference } from "./references";
import { nulls } from "./support";

type View = Record<string, unknown>;

export function membersOf({ accounts }: Store, { id }: Account): Account[] {
  return [...accounts.values()].filter(({ memberOf }) => memberOf.has(id));
}

/** An account that somebody else may act for is an organization, named after its owner; any other is none. */
export function organizationOf(store: Store, account: Account, info: () => unknown): View | null {
  const members = membersOf(store, account);
  if (members.length === 0) return null;
  const organization: View = {
    id: account.id,
    name: account.email,
    created: account.created,
    account: userReference(account),
    verified: false,
    roles: [roleIn(account)],
    members: () => members.map((member) => membership(account, member, () => organization)),
    tags: () => [...account.tags.values()],
    info,
    samlEnabled: false,
    ...nulls(NOT_SET),
  };
  return organization;
}

const NOT_SET = [
  "domain",
  "verificationCNAME",
  "verificationValue",
  "providers",
  "identityProvider",
  "logoUrl",
  "color",
  "proxy",
  "samlName",
];

/** As the type `OrganizationMember`. */
export function membership(account: Account, member: Account, organization: () => unknown): View {
  return {
    created: member.created > account.created ? member.created : account.created,
    license: "LICENSED",
    customRole: roleIn(account),
    role: "ADMIN",
    user: userReference(member),
    organization,
  };
}

/** The only role: a member may do what the owner may. */
function roleIn({ id, created }: Account): View {
  return {
    id: `admin-${id}`,
    name: "Admin",
    system: true,
    access: "ALL",
    permissions: PERMISSIONS,
    tag: null,
    created,
    updated: created,
  };
}
