import { graphql } from "../../../api/generated";
import type { GetOrganizationQuery } from "../../../api/generated/graphql";
import { accountIn, type RequestLabel } from "../../client";
import { ConflictError, RefusedError } from "../../core/errors";
import type { Obstacle } from "../../core/obstacle";
import { collectionIn, type ListCollection, type Observed, type Overview } from "../../inventory";
import type { Context, Looking, Reading } from "../../lifecycle";

const GetOrganization = graphql(/* GraphQL */ `
  query getOrganization($accountId: String) {
    login {
      id
      email
      membership {
        organization {
          id
        }
        customRole {
          id
          permissions
        }
      }
      account(id: $accountId) {
        id
        email
        attributes
        organization {
          name
          domain
          verified
          verificationCNAME
          verificationValue
          providers
          identityProvider {
            type
            clientId
            issuer
          }
          roles {
            ...RoleParts
          }
          members {
            license
            customRole {
              ...RoleParts
            }
            user {
              id
              email
            }
          }
        }
      }
    }
  }
`);

graphql(/* GraphQL */ `
  fragment RoleParts on CustomRole {
    id
    name
    system
    access
    permissions
    tag {
      operator
      values
    }
  }
`);

type Answer = NonNullable<NonNullable<NonNullable<GetOrganizationQuery["login"]>["account"]>["organization"]>;

/** The organization of an account, as the access key's user is shown it, and who that user is in it. */
export interface OrganizationView {
  accountId: string;
  /** The address of the account's owner; absent where that user was deleted. */
  ownerEmail: string | undefined;
  /** Among the attributes of the account's user stand the marks. */
  attributes: Record<string, unknown>;
  /** Undefined where the account has none. */
  organization: Answer | undefined;
  caller: Caller;
}

interface Caller {
  id: string;
  email: string | undefined;
  isOwner: boolean;
  /** Undefined of the owner. */
  roleId: string | undefined;
  /** Whether the user administers the organization: only then what it is not shown is surely not there. */
  isAdmin: boolean;
}

/** Organization, roles, members and sign-in of an account: one request shows them all. */
export const organizationOverview: Overview<OrganizationView> = {
  name: "organization",
  read: async (client, about) => {
    const data = await client.graphql(GetOrganization, { accountId: client.settings.accountId }, about);
    const { id: accountId, email, attributes, organization } = accountIn(data, client, about);
    return {
      accountId,
      shown: {
        accountId,
        ownerEmail: email ?? undefined,
        attributes,
        organization: organization ?? undefined,
        caller: callerIn(data, accountId),
      },
    };
  },
};

function callerIn({ login }: GetOrganizationQuery, accountId: string): Caller {
  const isOwner = login?.id === accountId;
  const role = login?.membership.find(({ organization }) => organization.id === accountId)?.customRole;
  return {
    id: login?.id ?? "",
    email: login?.email ?? undefined,
    isOwner,
    roleId: role?.id,
    isAdmin: isOwner || role?.permissions.includes("ADMIN") === true,
  };
}

/** All of it as one thing, by the account's id. */
export const organizationViews: ListCollection<OrganizationView> = collectionIn(
  organizationOverview,
  (view) => [view],
  (_view, accountId) => accountId,
);

/** The organization of the account that the client speaks for, as it is now. */
export async function freshView(context: Context, about: RequestLabel): Promise<OrganizationView> {
  const { id } = await context.client.account();
  return viewIn(await context.inventory.of(organizationViews).fresh(id, about), about);
}

/** The same from what is known, for previews. */
export async function knownView({ context, reading, about }: Looking): Promise<OrganizationView> {
  const { id } = await context.client.account();
  return viewIn(await reading.read(organizationViews, id, about), about);
}

function viewIn({ item }: { item: OrganizationView | undefined }, about: RequestLabel): OrganizationView {
  if (item) return item;
  throw new RefusedError({
    ...about,
    why: "remote.it showed another account than it was asked for.",
    remedy: "Run again; report it if it happens again.",
  });
}

/** The same with an organization in it. */
export type FoundView = OrganizationView & { organization: Answer };

export const hasOrganization = (view: OrganizationView): view is FoundView => view.organization !== undefined;

/** What only an organization can have needs one. */
export const noOrganization = ({ accountId }: Pick<OrganizationView, "accountId">): Obstacle => ({
  why: `Account ${accountId} has no organization.`,
  remedy: "Declare an Organization, and let this resource depend on it.",
});

/** @throws ConflictError where the account has no organization. */
export async function viewToChange(context: Context, about: RequestLabel): Promise<FoundView> {
  const view = await freshView(context, about);
  if (!hasOrganization(view)) throw new ConflictError({ ...about, ...noOrganization(view) });
  return view;
}

/** What is declared of an organization that this run may be about to make stands against nothing yet. */
export function missingOrganization(context: Context, view: OrganizationView, about: RequestLabel): Obstacle[] {
  const obstacle = noOrganization(view);
  if (!context.ownership.isExpecting("Organization")) return [obstacle];
  context.log("info", `${about.what} ${String(about.subject)}: ${obstacle.why} This run may make it.`);
  return [];
}

/**
 * What a user who does not administer the organization is not shown may be there all the same: it never counts as gone.
 *
 * @throws RefusedError where that is so.
 */
export function mustSeeAll({ accountId, organization, caller }: OrganizationView, about: RequestLabel): void {
  if (organization === undefined || caller.isAdmin) return;
  throw new RefusedError({
    ...about,
    why: `remote.it does not show it to the access key's user, who does not administer the organization of account ${accountId}: whether it is there is unknown.`,
    remedy: "Use an access key of the owner, or of a member whose role has the permission ADMIN.",
  });
}

/** Declares a collection of things in the organization. */
export const inOrganization = <T>(items: (view: FoundView) => readonly T[], idOf: ListCollection<T>["idOf"]): ListCollection<T> =>
  collectionIn(organizationOverview, (view) => (hasOrganization(view) ? items(view) : []), idOf, mustSeeAll);

/** Reads one of them: it is only gone where the user would be shown it. */
export const observedIn =
  <T>(collection: ListCollection<T>) =>
  async (reading: Reading, id: string, about: RequestLabel): Promise<Observed<T>> => {
    const seen = await reading.read(collection, id, about);
    if (seen.item !== undefined) return seen;
    const { item: view } = await reading.read(organizationViews, seen.accountId, about);
    if (view) mustSeeAll(view, about);
    return seen;
  };

/** What an account has already, for previews: @param find - The thing that a create would adopt. */
export const thereIn =
  <T>(find: (view: FoundView, declared: Readonly<Record<string, unknown>>) => T | undefined) =>
  async (looking: Looking, declared: Readonly<Record<string, unknown>>): Promise<Observed<T>> => {
    const view = await knownView(looking);
    return { accountId: view.accountId, item: hasOrganization(view) ? find(view, declared) : undefined };
  };

/** Mutations of any part of an organization make all of its reading old. */
export const INVALIDATES = [organizationOverview];
