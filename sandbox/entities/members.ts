import { GraphQLError } from "graphql";
import { z } from "zod";
import { accountByEmail, userFor, type Account } from "../accounts";
import { accountOf } from "../control-call";
import { defineEntity, type Context } from "../entity";
import { mustBeInPlan } from "../limits";
import {
  dropMember,
  memberNamed,
  membershipOf,
  membersOf,
  mustBeOrganization,
  organizationToChange,
  putMember,
  roleNamed,
  systemRolesOf,
  type License,
  type Membership,
} from "../organization";
import { accountToChange, maySeeAll } from "../permissions";
import { now } from "../store";
import { roleView } from "./roles";

const memberSchema = z.strictObject({ accountId: z.string(), of: z.string() });

type SystemRole = "REMOVE" | "NO_ACCESS" | "MEMBER" | "ADMIN";

interface SetMember {
  accountId?: string | null;
  email: string[];
  role?: SystemRole | null;
  roleId?: string | null;
  license?: License | null;
}

/** Who may act for whom, and as what. The owner of an organization is none of its members. */
export default defineEntity({
  fields: {
    User: {
      membership: (account, _args, { store }) =>
        [...store.accounts.values()].flatMap((organization) => {
          const membership = membershipOf(organization, account);
          return membership ? memberView(organization, membership) : [];
        }),
      member: (account, _args, { store }) =>
        membersOf(store, account).map(({ user, created }) => ({ user, scripting: true, created })),
    },
    Organization: {
      members: (account, _args, context) =>
        maySeeAll(context, account) ? membersOf(context.store, account).map((one) => memberView(account, one)) : [],
    },
  },
  mutations: {
    /** All of the addresses or none. What is left out stays; a new member has the role of members and a license. */
    setMember: ({ accountId, email, role, roleId, license }: SetMember, context) => {
      const organization = accountToChange(context, accountId, "ADMIN");
      mustBeOrganization(context.store, organization);
      if (role && roleId) throw new GraphQLError("Invalid role: role and roleId exclude each other.");
      if (role === "REMOVE") return removeAll(context, organization, email);
      if (roleId && !roleNamed(organization, roleId)) throw new GraphQLError(`Role ${roleId} not found.`);
      return setAll(context, organization, email, roleId ?? (role && systemRoleId(organization, role)), license);
    },
    removeMember: ({ accountId, email }: { accountId?: string | null; email: string[] }, context) =>
      removeAll(context, accountToChange(context, accountId, "ADMIN"), email),
    leaveOrganization: ({ id }: { id: string }, { store, account }) => {
      const organization = store.accounts.get(id);
      return organization !== undefined && dropMember(store, organization, account);
    },
    /** As members were made before there were roles (api/README.md, A). */
    link: ({ email, action }: { email: string[]; action: "ADD" | "REMOVE" | "LEAVE" }, context) => {
      const { account, store } = context;
      if (action === "REMOVE") return removeAll(context, account, email);
      if (action === "LEAVE") {
        const left = email.map((one) => accountByEmail(store, one));
        return left.every((one) => one !== undefined && dropMember(store, one, account));
      }
      organizationToChange(account);
      return setAll(context, account, email, systemRoleId(account, "MEMBER"), null);
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

function systemRoleId(organization: Account, role: Exclude<SystemRole, "REMOVE">): string {
  const [admin, member, noAccess] = systemRolesOf(organization);
  return { ADMIN: admin, MEMBER: member, NO_ACCESS: noAccess }[role].id;
}

function setAll(
  { store }: Context,
  organization: Account,
  emails: readonly string[],
  roleId: string | null | undefined,
  license: License | null | undefined,
): boolean {
  const wanted = emails.map((email) => {
    const before = memberNamed(store, organization, email);
    return { before, user: before?.user ?? userFor(store, email) };
  });
  if (wanted.length === 0 || wanted.some(({ user }) => !user || user.id === organization.id)) return false;
  const newSeats = wanted.filter(
    ({ before }) => before?.license !== "LICENSED" && (license ?? before?.license ?? "LICENSED") === "LICENSED",
  );
  mustBeInPlan(store, organization, "org-users", newSeats.length);
  for (const { before, user } of wanted) {
    if (!user) continue;
    putMember(organization, user, {
      roleId: roleId ?? before?.role.id ?? systemRoleId(organization, "MEMBER"),
      license: license ?? before?.license ?? "LICENSED",
      created: before?.created ?? now(store).toISOString(),
    });
  }
  return true;
}

/** All of them or none, and never the caller: who goes by himself leaves (api/README.md, A). */
function removeAll({ store, account }: Context, organization: Account, emails: readonly string[]): boolean {
  const members = emails.flatMap((email) => memberNamed(store, organization, email) ?? []);
  if (members.length < emails.length || members.some(({ user }) => user.id === account.id)) return false;
  for (const { user } of members) dropMember(store, organization, user);
  return true;
}

/** As the type `OrganizationMember`. */
const memberView = (organization: Account, { user, role, license, created }: Membership) => ({
  created,
  license,
  customRole: roleView(role),
  role: oldRole(organization, role.id),
  user,
  organization,
});

/** One of the roles that there were before others could be made: of those, what a member has is MEMBER. */
function oldRole(organization: Account, id: string): SystemRole {
  const [admin, , noAccess] = systemRolesOf(organization);
  return id === admin.id ? "ADMIN" : id === noAccess.id ? "NO_ACCESS" : "MEMBER";
}
