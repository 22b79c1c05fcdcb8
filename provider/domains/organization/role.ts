import { z } from "zod";
import type { RequestLabel } from "../../client";
import { ConflictError, type RemoteitError, UnsupportedOperation } from "../../core/errors";
import { field } from "../../core/field";
import type { Obstacle } from "../../core/obstacle";
import type { Planning } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { confirmGone, type Context, createOnce, defineResource, type Looking } from "../../lifecycle";
import { adopted, refusalOf, refused } from "../shared/answers";
import { called } from "../shared/called";
import { userMarks } from "../shared/user-marks";
import {
  type FoundView,
  hasOrganization,
  knownView,
  freshView,
  missingOrganization,
  observedIn,
  organizationViews,
  thereIn,
  viewToChange,
} from "./overview";
import { roleCalls, roleCollection, rolePlace, type RoleRecord, rolesIn } from "./role-calls";
import {
  type Access,
  accessOf,
  isMorePermissions,
  isWiderAccess,
  isWiderFilter,
  type Permission,
  permissionList,
  roleName,
  sameFilter,
  samePermissions,
  type TagFilter,
  tagFilterMap,
} from "./role-values";

const inputs = {
  name: field(roleName(), "Name of the role, at most 64 characters."),
  permissions: field(
    permissionList(),
    "What its members may do: `VIEW`, `CONNECT`, `SCRIPTING`, `MANAGE` and `ADMIN`, each by itself. A set: the order means nothing, and what is left out is revoked.",
    { same: samePermissions, grantsAccess: isMorePermissions },
  ),
  access: field(
    accessOf().default("NONE"),
    "Which devices and networks its members reach: `ALL`, those with tags (`TAG`, with `tagFilter`), or `NONE`. Default: `NONE`.",
    { grantsAccess: isWiderAccess },
  ),
  tagFilter: field(
    tagFilterMap().optional(),
    "With `access: TAG`: the tags, of which a device or network has to bear `ANY` or `ALL`. Default of the operator: `ANY`.",
    { same: sameFilter, grantsAccess: isWiderFilter },
  ),
};

const outputs = { accountId: field(z.string(), "Id of the account whose organization it is of.") };

export function liveRole({ id, name, permissions, access, tagFilter }: RoleRecord, accountId: string) {
  const filter = tagFilter && { ...tagFilter, values: [...tagFilter.values] };
  return { id, inputs: { name, permissions: [...permissions], access, tagFilter: filter }, outputs: { accountId } };
}

export const role = defineResource({
  type: "Role",
  describe:
    "A role of an organization: what members that have it may do, and which devices and networks they reach. The built-in roles can be read with `getRole` and `getRoles`, and given to members; nobody can change them.",
  inputs,
  outputs,

  collection: roleCollection,
  observe: observedIn(roleCollection),
  partOf: "Organization",
  called: ({ name }, id) => called(name, id),
  needs: { permission: "ADMIN", on: "account", limit: "roles" },

  rules: ({ access, tagFilter }) => {
    if (isUnknown(access) || isUnknown(tagFilter)) return [];
    if (access === "TAG" && tagFilter === undefined)
      return [{ property: "tagFilter", reason: "is missing: access TAG reaches what bears its tags" }];
    if (access !== "TAG" && tagFilter !== undefined)
      return [{ property: "tagFilter", reason: `counts with access: TAG alone, and access is ${String(access)}` }];
    return [];
  },

  obstacles: async (looking, planning) => (planning.exists ? [] : obstaclesToCreate(looking, planning)),

  there: thereIn((view, { name }) => namesakes(view, { name: String(name) })[0]),
  whyNotThere: builtIn,

  adoption: {
    example: "new remoteit.Role(…, { name, permissions, … }) as it is",
    inputs: ({ inputs: { name, permissions, access, tagFilter } }) => ({
      name,
      permissions,
      access,
      ...(tagFilter && { tagFilter }),
    }),
  },

  live: liveRole,

  create: (context, declared, about) => context.mutex.run(`role ${declared.name}`, () => createRole(context, declared, about)),

  setters: [
    {
      what: "Setting role",
      properties: ["name", "permissions", "access", "tagFilter"],
      async set(context, { item, accountId, declared }, { name, permissions, access, tagFilter }, _look, about) {
        const wish = {
          name: name?.target as string | undefined,
          permissions: permissions?.target as Permission[] | undefined,
          access: access?.target as Access | undefined,
          // What the account shows of it with another access is nothing, so it is sent with the access that makes it count.
          tagFilter: (tagFilter?.target ?? (access?.target === "TAG" ? declared["tagFilter"] : undefined)) as
            TagFilter | undefined,
        };
        await mustNotLoseAdmin(context, item, wish.permissions, about);
        const answer = await roleCalls(context.client, accountId, about).update(item.id, wish);
        if (!answer) throw refused(about, "The role was not changed.");
      },
    },
  ],

  marking: userMarks(rolePlace),

  async destroy(context, { item }, look, about) {
    const { client } = context;
    const { id: accountId } = await client.account();
    await refuseWhileHeld(context, item, about);
    await confirmGone(
      () => roleCalls(client, accountId, about).delete(item.id),
      look,
      refusalOf(about, "The role was not deleted."),
    );
  },
});

interface Declared {
  name: string;
  permissions: Permission[];
  access: Access;
  tagFilter?: TagFilter | undefined;
}

async function createRole(context: Context, declared: Declared, about: RequestLabel & { subject: string }) {
  const { client, ownership, log } = context;
  const view = await viewToChange(context, about);
  const { accountId } = view;
  const [there, ...more] = namesakes(view, declared);
  const obstacle = there && conflictWith(view, there, more, declared);
  if (obstacle) throw new ConflictError({ ...about, ...obstacle });
  if (there) {
    ownership.take({ type: "Role", id: there.id }, about);
    log("warning", adopted(`Role ${about.subject}: it is there already, as ${there.id}, and is adopted.`));
    return { id: there.id, accountId, origin: "adopted" as const, item: there };
  }
  const known = new Set(rolesIn(view).map(({ id }) => id));
  const find = async () => {
    const now = await freshView(context, about);
    const made = hasOrganization(now) ? namesakes(now, declared).filter(({ id }) => !known.has(id)) : [];
    return made.length === 1 ? made[0]?.id : undefined;
  };
  const id = await createOnce(context, {
    make: async () => {
      const made = await roleCalls(client, accountId, about).create(declared);
      if (!made) throw refused(about, "It was not made.");
      return made.id;
    },
    find,
  });
  ownership.take({ type: "Role", id }, about);
  const { item } = await context.inventory.of(roleCollection).fresh(id, about);
  // Whatever access a new role has, no member has it yet.
  return { id, accountId, origin: "made" as const, item: item ?? unseen(id, declared) };
}

/** A new role that the list does not show yet: what it reaches is unknown, so it is set. */
const unseen = (id: string, { name, permissions, access }: Declared): RoleRecord => ({
  id,
  name,
  permissions,
  system: false,
  access: access === "ALL" ? "NONE" : "ALL",
  tagFilter: undefined,
  marks: new Map(),
});

const namesakes = (view: FoundView, { name }: Pick<Declared, "name">): RoleRecord[] =>
  rolesIn(view).filter((one) => one.name === name && !one.system);

const membersWith = ({ organization }: FoundView, id: string) =>
  organization.members.filter(({ customRole }) => customRole.id === id);

/**
 * What stands against adopting a role of the declared name: who declares another role than the one that is there may mean another
 * one. Where nobody has it yet, what it reaches does no harm: an interrupted run may have left it.
 */
function conflictWith(
  view: FoundView,
  there: RoleRecord,
  more: readonly RoleRecord[],
  { name, permissions, access, tagFilter }: Declared,
): Obstacle | undefined {
  const remedy = "Declare it as it is, import it by its id, or choose another name.";
  if (more.length > 0) {
    const ids = [there, ...more].map(({ id }) => id).join(", ");
    return { property: "name", why: `The organization has several roles "${name}": ${ids}.`, remedy };
  }
  const differing = [
    ...(samePermissions(permissions, there.permissions) ? [] : [`permissions ${list(there.permissions)}`]),
    ...(access === there.access || membersWith(view, there.id).length === 0 ? [] : [`access ${there.access}`]),
    ...(sameFilter(tagFilter, there.tagFilter) || there.access !== "TAG" || membersWith(view, there.id).length === 0
      ? []
      : [`tags ${list(there.tagFilter?.values ?? [])} (${there.tagFilter?.operator ?? "ANY"})`]),
  ];
  if (differing.length === 0) return undefined;
  return {
    property: "name",
    why: `The organization has a role "${name}" already (${there.id}), with ${differing.join(", ")}.`,
    remedy,
  };
}

const list = (values: readonly string[]) => (values.length > 0 ? values.join(", ") : "none");

async function obstaclesToCreate(looking: Looking, { declared }: Planning): Promise<Obstacle[]> {
  const view = await knownView(looking);
  if (!hasOrganization(view)) return missingOrganization(looking.context, view, looking.about);
  const { name } = declared;
  if (Object.values(declared).some(isUnknown) || typeof name !== "string") return [];
  const [there, ...more] = namesakes(view, { name });
  const obstacle = there && conflictWith(view, there, more, declared as unknown as Declared);
  return obstacle ? [obstacle] : [];
}

/** The id of a role that can only be read. */
async function builtIn(context: Context, id: string, about: RequestLabel): Promise<RemoteitError | undefined> {
  const { id: accountId } = await context.client.account();
  const { item: view } = await context.inventory.of(organizationViews).read(accountId, about);
  const found = view && hasOrganization(view) ? rolesIn(view).find((one) => one.id === id && one.system) : undefined;
  return (
    found &&
    new UnsupportedOperation({
      ...about,
      why: `${id} is the built-in role "${found.name}", which nobody can change or delete.`,
      remedy: "Read it with getRole, give it to members by its name, or declare a role of your own.",
    })
  );
}

/** Nobody takes from himself what he would need to give it back. */
async function mustNotLoseAdmin(
  context: Context,
  { id, permissions: before }: RoleRecord,
  permissions: readonly Permission[] | undefined,
  about: RequestLabel,
): Promise<void> {
  if (!permissions || permissions.includes("ADMIN") || !before.includes("ADMIN")) return;
  const { caller } = await freshView(context, about);
  if (caller.roleId !== id) return;
  throw new ConflictError({
    ...about,
    why: "It is the role of the access key's own user, who would lose the permission ADMIN and could not take that back. Nothing was sent.",
    remedy: "Use an access key of the owner, or of a member with another role.",
  });
}

/** Its members would be left without access, or be members no longer (api/README.md, A). */
async function refuseWhileHeld(context: Context, { id }: RoleRecord, about: RequestLabel): Promise<void> {
  const view = await viewToChange(context, about);
  const held = membersWith(view, id).map(({ user }) => user.email ?? user.id);
  if (held.length === 0) return;
  const more = held.length > 3 ? ` and ${held.length - 3} more` : "";
  throw new ConflictError({
    ...about,
    why: `It is the role of ${held.slice(0, 3).join(", ")}${more}. Nothing was deleted.`,
    remedy: "Give them another role or remove them first; a Member that takes its roleId from this resource goes before it.",
  });
}
