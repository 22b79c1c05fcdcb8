import { graphql } from "../../../api/generated";
import type { LicenseOption, OrganizationRole } from "../../../api/generated/graphql";
import { type Client, defineMutation, type RequestLabel } from "../../client";
import { compositeId } from "../../core/composite-id";
import { type Marks, userMarksIn } from "../../inventory";
import { type FoundView, inOrganization, INVALIDATES } from "./overview";

/** A member as the organization shows it. */
export interface MemberRecord {
  userId: string;
  /** As the user spells it: case means nothing. */
  email: string;
  roleId: string;
  /** What a program calls the role, where it is built in: `ADMIN`. */
  builtIn: string | undefined;
  /** Whether the role lets its members administer the organization. */
  isAdmin: boolean;
  license: string;
  marks: Marks;
}

/** Members have their e-mail addresses alone, in any case. */
export const memberId = compositeId("accountId", "email");

/** Where the marks of a member stand, which has no attributes. */
export const memberPlace = (id: string) => ({ kind: "member", name: memberId.parse(id)?.email ?? id });

/** What a program calls a built-in role, from what the account calls it: `NO_ACCESS` for "No access". */
export const spelledRole = (name: string): string =>
  name
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_");

type Answer = FoundView["organization"]["members"][number];

/** One whose user was deleted has no address. */
const memberOf = ({ accountId, attributes }: FoundView, { user, customRole, license }: Answer): MemberRecord[] =>
  user.email === null
    ? []
    : [
        {
          userId: user.id,
          email: user.email,
          roleId: customRole.id,
          builtIn: customRole.system ? spelledRole(customRole.name) : undefined,
          isAdmin: customRole.permissions.includes("ADMIN"),
          license,
          marks: userMarksIn(attributes, memberPlace(memberId.format({ accountId, email: user.email }))),
        },
      ];

export const membersIn = (view: FoundView): MemberRecord[] => view.organization.members.flatMap((one) => memberOf(view, one));

export const memberCollection = inOrganization(membersIn, ({ email }, accountId) => memberId.format({ accountId, email }));

const SetMember = defineMutation(
  graphql(/* GraphQL */ `
    mutation setMember($accountId: String, $emails: [String!]!, $roleId: ID, $license: LicenseOption) {
      setMember(accountId: $accountId, email: $emails, roleId: $roleId, license: $license)
    }
  `),
  INVALIDATES,
);

/** By the names that roles had before others could be made: 2024 in api/schema.graphql. */
const SetMemberByName = defineMutation(
  graphql(/* GraphQL */ `
    mutation setMemberByName($accountId: String, $emails: [String!]!, $role: OrganizationRole, $license: LicenseOption) {
      setMember(accountId: $accountId, email: $emails, role: $role, license: $license)
    }
  `),
  INVALIDATES,
);

const RemoveMember = defineMutation(
  graphql(/* GraphQL */ `
    mutation removeMember($accountId: String, $emails: [String!]!) {
      removeMember(accountId: $accountId, email: $emails)
    }
  `),
  INVALIDATES,
);

/** Which role a member is to have: they exclude each other (api/README.md, C). */
export type RoleChoice = { roleId: string } | { role: OrganizationRole };

/** Each answers what remote.it does. */
export const memberCalls = (client: Client, accountId: string, about: RequestLabel) => ({
  /** Makes somebody a member, or gives a member another role or license. Both are sent each time: nothing depends on what was. */
  set: async (email: string, choice: RoleChoice, license: LicenseOption) => {
    const variables = { accountId, emails: [email], license };
    if ("roleId" in choice) return (await client.graphql(SetMember, { ...variables, ...choice }, about)).setMember;
    return (await client.graphql(SetMemberByName, { ...variables, ...choice }, about)).setMember;
  },
  remove: async (email: string) => (await client.graphql(RemoveMember, { accountId, emails: [email] }, about)).removeMember,
});
