import { graphql } from "../../../api/generated";
import { type Client, defineMutation, type RequestLabel } from "../../client";
import { type Marks, userMarksIn } from "../../inventory";
import { type FoundView, inOrganization, INVALIDATES } from "./overview";

export type Provider = "SAML" | "OIDC";

/** An organization, as remote.it shows it. */
export interface OrganizationRecord {
  name: string;
  domain: string | undefined;
  verified: boolean;
  verificationCNAME: string | undefined;
  verificationValue: string | undefined;
  /** Empty where members may sign in as they like. */
  providers: readonly Provider[];
  marks: Marks;
}

/** Where its marks stand: an account has one organization, which has no attributes. */
export const ORGANIZATION_PLACE = { kind: "organization" };

export const organizationIn = ({ organization, attributes }: FoundView): OrganizationRecord => ({
  name: organization.name,
  domain: organization.domain ?? undefined,
  verified: organization.verified,
  verificationCNAME: organization.verificationCNAME ?? undefined,
  verificationValue: organization.verificationValue ?? undefined,
  providers: organization.providers ?? [],
  marks: userMarksIn(attributes, ORGANIZATION_PLACE),
});

/** An account has one, by its own id. */
export const organizationCollection = inOrganization(
  (view) => [organizationIn(view)],
  (_organization, accountId) => accountId,
);

/** What is left out stays. */
const SetOrganization = defineMutation(
  graphql(/* GraphQL */ `
    mutation setOrganization($accountId: String, $name: String, $domain: String, $providers: [AuthenticationProvider!]) {
      setOrganization(accountId: $accountId, name: $name, domain: $domain, providers: $providers)
    }
  `),
  INVALIDATES,
);

export interface OrganizationWish {
  name?: string | undefined;
  domain?: string | undefined;
  providers?: readonly Provider[] | undefined;
}

/**
 * Makes it, or changes what is given.
 *
 * @param accountId - Undefined for the access key's own account: the app names none where it makes one (api/README.md, A).
 */
export async function setOrganization(
  client: Client,
  accountId: string | undefined,
  { name, domain, providers }: OrganizationWish,
  about: RequestLabel,
): Promise<boolean> {
  const variables = {
    ...(accountId !== undefined && { accountId }),
    ...(name !== undefined && { name }),
    ...(domain !== undefined && { domain }),
    // Null lets any sign-in in (api/README.md, A).
    ...(providers !== undefined && { providers: providers.length > 0 ? [...providers] : null }),
  };
  return (await client.graphql(SetOrganization, variables, about)).setOrganization;
}
