import { graphql } from "../../../api/generated";
import { type Client, defineMutation, type RequestLabel } from "../../client";
import { type Marks, userMarksIn } from "../../inventory";
import { type FoundView, inOrganization, INVALIDATES } from "./overview";
import { type Access, type Permission, PERMISSIONS, type TagFilter } from "./role-values";

/** A role as its organization shows it. */
export interface RoleRecord {
  id: string;
  name: string;
  system: boolean;
  access: Access;
  permissions: readonly Permission[];
  tagFilter: TagFilter | undefined;
  marks: Marks;
}

/** Where the marks of a role stand, which has no attributes. */
export const rolePlace = (id: string) => ({ kind: "role", name: id });

export const rolesIn = ({ organization, attributes }: FoundView): RoleRecord[] =>
  organization.roles.map(({ tag, ...facts }) => ({
    ...facts,
    // With another access the tags count for nothing.
    tagFilter: facts.access === "TAG" && tag ? { operator: tag.operator, values: tag.values.map(String) } : undefined,
    marks: userMarksIn(attributes, rolePlace(facts.id)),
  }));

/** Those that can be managed: the built-in ones are fixed. */
export const roleCollection = inOrganization(
  (view) => rolesIn(view).filter(({ system }) => !system),
  ({ id }) => id,
);

/** Those and the built-in ones. */
export const allRoles = inOrganization(rolesIn, ({ id }) => id);

const CreateRole = defineMutation(
  graphql(/* GraphQL */ `
    mutation createRole(
      $accountId: String
      $name: String
      $grant: [RolePermission!]
      $revoke: [RolePermission!]
      $tag: ListFilter
    ) {
      createRole(accountId: $accountId, name: $name, grant: $grant, revoke: $revoke, tag: $tag) {
        id
      }
    }
  `),
  INVALIDATES,
);

const UpdateRole = defineMutation(
  graphql(/* GraphQL */ `
    mutation updateRole(
      $accountId: String
      $id: String!
      $name: String
      $grant: [RolePermission!]
      $revoke: [RolePermission!]
      $tag: ListFilter
      $access: CustomRoleAccess
    ) {
      updateRole(accountId: $accountId, id: $id, name: $name, grant: $grant, revoke: $revoke, tag: $tag, access: $access) {
        id
      }
    }
  `),
  INVALIDATES,
);

const DeleteRole = defineMutation(
  graphql(/* GraphQL */ `
    mutation deleteRole($accountId: String, $id: String!) {
      deleteRole(accountId: $accountId, id: $id)
    }
  `),
  INVALIDATES,
);

export interface RoleWish {
  name?: string | undefined;
  permissions?: readonly Permission[] | undefined;
  tagFilter?: TagFilter | undefined;
  access?: Access | undefined;
}

/** Each permission is either granted or revoked, as the app sends them (api/README.md, A): what is meant does not depend on what was. */
function complements(permissions: readonly Permission[] | undefined): { grant?: Permission[]; revoke?: Permission[] } {
  if (!permissions) return {};
  const isWanted = (permission: Permission) => permissions.includes(permission);
  return { grant: PERMISSIONS.filter(isWanted), revoke: PERMISSIONS.filter((permission) => !isWanted(permission)) };
}

const tagIn = (filter: TagFilter | undefined) =>
  filter && { tag: { operator: filter.operator ?? "ANY", values: [...filter.values] } };

/** Each answers what remote.it does, null where it refuses. */
export const roleCalls = (client: Client, accountId: string, about: RequestLabel) => ({
  /** The access follows: the app gives it to updates only (api/README.md, A). */
  create: async ({ name, permissions, tagFilter }: RoleWish) => {
    const variables = { accountId, ...(name !== undefined && { name }), ...complements(permissions), ...tagIn(tagFilter) };
    return (await client.graphql(CreateRole, variables, { ...about, once: true })).createRole;
  },
  /** Changes what is given. */
  update: async (id: string, { name, permissions, tagFilter, access }: RoleWish) => {
    const variables = {
      accountId,
      id,
      ...(name !== undefined && { name }),
      ...complements(permissions),
      ...tagIn(tagFilter),
      ...(access !== undefined && { access }),
    };
    return (await client.graphql(UpdateRole, variables, about)).updateRole;
  },
  delete: async (id: string) => (await client.graphql(DeleteRole, { accountId, id }, about)).deleteRole,
});
