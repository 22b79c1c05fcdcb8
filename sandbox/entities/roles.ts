import { GraphQLError } from "graphql";
import { z } from "zod";
import type { Account } from "../accounts";
import { content, defineEntity, type Context } from "../entity";
import { mustBeInPlan } from "../limits";
import { dropMember, membersOf, mustBeOrganization, PERMISSIONS, rolesOf, systemRolesOf, type Role } from "../organization";
import { accountToChange, maySeeAll, type Permission } from "../permissions";
import { rows } from "../rows";
import { now, type Store } from "../store";
import { makeTag } from "../tagging";

const form = z.array(
  z.strictObject({
    name: z.string().min(1).max(64),
    permissions: z.array(z.enum(PERMISSIONS)).default(["VIEW", "CONNECT"]),
    tags: z.array(z.string()).default([]),
    operator: z.enum(["ANY", "ALL"]).default("ANY"),
  }),
);

interface Wish {
  name?: string | null;
  grant?: Permission[] | null;
  revoke?: Permission[] | null;
  tag?: { operator: "ANY" | "ALL"; values: string[] } | null;
  access?: Role["access"] | null;
  accountId?: string | null;
}

export default defineEntity({
  fields: {
    Organization: { roles: (account, _args, context) => (maySeeAll(context, account) ? shownRoles(context.store, account) : []) },
  },
  mutations: {
    createRole: ({ accountId, ...wish }: Wish, context) => {
      const account = accountToChange(context, accountId, "ADMIN");
      mustBeInPlan(context.store, account, "roles");
      mustBeOrganization(context.store, account);
      mustBeRole(context, account, { ...wish, name: wish.name ?? "" });
      const at = now(context.store).toISOString();
      const role: Role = {
        id: newId(account),
        name: wish.name ?? "",
        system: false,
        access: accessGiven(context.store, wish),
        permissions: permissionsAfter([], wish),
        filter: filterOf(wish) ?? null,
        created: at,
        updated: at,
      };
      rolesOf(account).push(role);
      return roleView(role);
    },
    /** Changes what is given. */
    updateRole: ({ id, accountId, ...wish }: Wish & { id: string }, context) => {
      const account = accountToChange(context, accountId, "ADMIN");
      const role = roleToChange(account, id);
      mustBeInPlan(context.store, account, "roles");
      mustBeRole(context, account, wish, role);
      role.name = wish.name ?? role.name;
      role.permissions = permissionsAfter(role.permissions, wish);
      role.filter = filterOf(wish) ?? role.filter;
      role.access = wish.access ?? role.access;
      role.updated = now(context.store).toISOString();
      return roleView(role);
    },
    /** Its members have no access from then on (api/README.md, A), or are members no longer. */
    deleteRole: ({ id, accountId }: { id: string; accountId?: string | null }, context) => {
      const account = accountToChange(context, accountId, "ADMIN");
      const role = roleToChange(account, id);
      if (context.store.world["role-deleted"] === "removed")
        for (const member of membersOf(context.store, account))
          if (member.role === role) dropMember(context.store, account, member.user);
      rolesOf(account).splice(rolesOf(account).indexOf(role), 1);
      return true;
    },
  },
  content: {
    roles: content(form, (store, account, given) => {
      for (const { name, permissions, tags, operator } of given) {
        const at = now(store).toISOString();
        rolesOf(account).push({
          id: newId(account),
          name,
          system: false,
          access: tags.length > 0 ? "TAG" : "ALL",
          permissions,
          filter: tags.length > 0 ? { operator, values: [...tags] } : null,
          created: at,
          updated: at,
        });
        for (const tag of tags) makeTag(store, account, tag);
      }
    }),
  },
});

/** As the type `CustomRole`. */
export const roleView = ({ filter, ...facts }: Role) => ({ ...facts, tag: facts.access === "TAG" ? filter : null });

const made = rows(() => ({ roles: 0 }));

/** An id is given once. */
function newId(account: Account): string {
  made(account).roles += 1;
  return `role-${made(account).roles}-${account.id}`;
}

const filterOf = ({ tag }: Wish): Role["filter"] => (tag ? { operator: tag.operator, values: [...new Set(tag.values)] } : null);

function shownRoles({ world }: Store, account: Account) {
  const system = world["system-roles"] === "listed" ? systemRolesOf(account) : [];
  return [...system, ...rolesOf(account)].map(roleView);
}

function roleToChange(account: Account, id: string): Role {
  const role = rolesOf(account).find((one) => one.id === id);
  if (role) return role;
  const isSystem = systemRolesOf(account).some((one) => one.id === id);
  throw new GraphQLError(isSystem ? `Role ${id} is a system role.` : `Role ${id} not found.`);
}

/** Names are 1 to 64 characters (api/README.md, A). */
function mustBeRole({ store }: Context, account: Account, { name, access, tag }: Wish, role?: Role): void {
  if (typeof name === "string" && (name.length < 1 || name.length > 64))
    throw new GraphQLError("Invalid name: a role must have 1 to 64 characters.");
  const isTaken = rolesOf(account).some((one) => one !== role && one.name === name);
  if (isTaken && store.world["role-names"] === "unique")
    throw new GraphQLError(`Duplicate name: there is a role ${String(name)}.`);
  if (access === "TAG" && !tag && !role?.filter) throw new GraphQLError("Invalid access: a role by tag must have tags.");
}

/** Whether `access` is taken at creation is a world's answer. */
function accessGiven({ world }: Store, { access, tag }: Wish): Role["access"] {
  if (world["role-access"] === "asked") return access ?? (tag ? "TAG" : "ALL");
  return world["role-access"] === "none" ? "NONE" : "ALL";
}

/** In the order in which the API names them. */
function permissionsAfter(before: readonly Permission[], { grant, revoke }: Wish): Permission[] {
  const wanted = new Set([...before, ...(grant ?? [])]);
  for (const permission of revoke ?? []) wanted.delete(permission);
  return PERMISSIONS.filter((permission) => wanted.has(permission));
}
