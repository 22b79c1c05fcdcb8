import { GraphQLError } from "graphql";
import { isSameEmail, type Account, type User } from "./accounts";
import type { Permission } from "./public";
import { rows } from "./rows";
import type { Store } from "./store";
import { findTag } from "./tagging";

export const PERMISSIONS = ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"] as const satisfies readonly Permission[];

export type License = "LICENSED" | "UNLICENSED";

/** What the members that have it may do, and with which devices and networks. */
export interface Role {
  id: string;
  name: string;
  /** Built in: nobody changes or deletes it. */
  system: boolean;
  access: "NONE" | "TAG" | "ALL";
  permissions: readonly Permission[];
  /** Counts with the access TAG alone. */
  filter: { operator: "ANY" | "ALL"; values: string[] } | null;
  created: string;
  updated: string;
}

export interface Membership {
  user: User;
  role: Role;
  license: License;
  created: string;
}

/** What an organization is beside its members and roles. */
export interface Organization {
  name: string;
  domain: string | null;
  verified: boolean;
  /** Null: members may sign in as they like. */
  providers: ("SAML" | "OIDC")[] | null;
  identityProvider: { type: "SAML" | "OIDC"; clientId: string | null; issuer: string | null } | null;
  logoUrl: string | null;
  color: string | null;
  proxy: string | null;
  created: string;
}

/** Of an account: what its owner has made of it, if anything. */
const madeOf = rows(() => ({ organization: undefined as Organization | undefined }));

/**
 * An account that its owner has made an organization, that somebody else may act for, or that has roles; any other is none. Without
 * a name of its own it has its owner's.
 */
export function organizationOf(store: Store, account: Account): Organization | undefined {
  const { organization } = madeOf(account);
  if (organization) return organization;
  return membersOf(store, account).length + rolesOf(account).length > 0 ? unnamed(account) : undefined;
}

/** The same, to be changed. */
export const organizationToChange = (account: Account): Organization => (madeOf(account).organization ??= unnamed(account));

function unnamed({ email, created }: Account): Organization {
  return {
    name: email,
    domain: null,
    verified: false,
    providers: null,
    identityProvider: null,
    logoUrl: null,
    color: null,
    proxy: null,
    created,
  };
}

export function dropOrganization(store: Store, account: Account): void {
  for (const { user } of membersOf(store, account)) dropMember(store, account, user);
  rolesOf(account).length = 0;
  madeOf(account).organization = undefined;
}

export function mustBeOrganization(store: Store, account: Account): void {
  if (!organizationOf(store, account)) throw new GraphQLError(`Account ${account.id} has no organization.`);
}

/** Roles that were made, in that order. */
export const rolesOf = rows((): Role[] => []);

/** Of an organization: what its members have, by the id of their user. */
const membershipsOf = rows(() => new Map<string, { user: User; roleId: string; license: License; created: string }>());

/** The roles of every organization. */
export function systemRolesOf({ id, created }: Account): [admin: Role, member: Role, noAccess: Role] {
  const facts = { system: true, filter: null, created, updated: created } as const;
  return [
    { ...facts, id: `admin-${id}`, name: "Admin", access: "ALL", permissions: PERMISSIONS },
    { ...facts, id: `member-${id}`, name: "Member", access: "ALL", permissions: ["VIEW", "CONNECT"] },
    { ...facts, id: `no-access-${id}`, name: "No access", access: "NONE", permissions: [] },
  ];
}

export const roleNamed = (organization: Account, id: string): Role | undefined =>
  [...systemRolesOf(organization), ...rolesOf(organization)].find((role) => role.id === id);

/** What a user is in an organization; undefined where nothing. */
export function membershipOf(organization: Account, user: Account): Membership | undefined {
  const [admin, , noAccess] = systemRolesOf(organization);
  const kept = membershipsOf(organization).get(user.id);
  if (kept) return { ...kept, role: roleNamed(organization, kept.roleId) ?? noAccess };
  if (!user.memberOf.has(organization.id)) return undefined;
  const created = user.created > organization.created ? user.created : organization.created;
  return { user, role: admin, license: "LICENSED", created };
}

/** Those who have an account, and those who were invited to have one. */
export function membersOf({ accounts }: Store, organization: Account): Membership[] {
  const [, , noAccess] = systemRolesOf(organization);
  const invited = [...membershipsOf(organization).values()].filter(({ user }) => !accounts.has(user.id));
  return [
    ...[...accounts.values()].flatMap((user) => membershipOf(organization, user) ?? []),
    ...invited.map((kept) => ({ ...kept, role: roleNamed(organization, kept.roleId) ?? noAccess })),
  ];
}

export const memberNamed = (store: Store, organization: Account, email: string): Membership | undefined =>
  membersOf(store, organization).find(({ user }) => isSameEmail(store, user.email, email));

/** Gives a user a role, also one who is a member already. */
export function putMember(organization: Account, user: User, facts: { roleId: string; license: License; created: string }): void {
  membershipsOf(organization).set(user.id, { user, ...facts });
}

/** Whether the user was a member. */
export function dropMember({ accounts }: Store, organization: Account, { id }: User): boolean {
  const wasKept = membershipsOf(organization).delete(id);
  return (accounts.get(id)?.memberOf.delete(organization.id) ?? false) || wasKept;
}

/** Whether a role reaches what bears tags of its account. */
export function reaches(store: Store, organization: Account, { access, filter }: Role, bearer: object): boolean {
  if (access !== "TAG") return access === "ALL";
  const values = filter?.values ?? [];
  if (values.length === 0) return store.world["role-empty-filter"] === "everything";
  const counted = filter?.operator === "ALL" ? "every" : "some";
  return values[counted]((name) => findTag(store, organization, name)?.bearers.has(bearer) ?? false);
}
