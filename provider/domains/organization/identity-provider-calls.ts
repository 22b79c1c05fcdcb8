import { graphql } from "../../../api/generated";
import { type Client, defineMutation, type RequestLabel } from "../../client";
import { type Marks, userMarksIn } from "../../inventory";
import { type FoundView, inOrganization, INVALIDATES } from "./overview";
import type { Provider } from "./organization-calls";

/** A sign-in as the organization shows it: without metadata and secret. */
export interface IdentityProviderRecord {
  /** Undefined where it is switched off: then the organization shows nothing of it. */
  type: Provider | undefined;
  clientId: string | undefined;
  issuer: string | undefined;
  marks: Marks;
}

/** Where its marks stand: an organization has one, which has no attributes. */
export const IDENTITY_PROVIDER_PLACE = { kind: "identity-provider" };

export function identityProviderIn({ organization, attributes }: FoundView): IdentityProviderRecord {
  const { type, clientId, issuer } = organization.identityProvider ?? {};
  const marks = userMarksIn(attributes, IDENTITY_PROVIDER_PLACE);
  return { type, clientId: clientId ?? undefined, issuer: issuer ?? undefined, marks };
}

export const identityProviderCollection = inOrganization(
  (view) => (view.organization.identityProvider ? [identityProviderIn(view)] : []),
  (_provider, accountId) => accountId,
);

const ConfigureIdentityProvider = defineMutation(
  graphql(/* GraphQL */ `
    mutation configureIdentityProvider(
      $accountId: String
      $enabled: Boolean
      $type: String
      $metadata: String
      $clientId: String
      $clientSecret: String
      $issuer: String
    ) {
      configureOrgIdentityProvider(
        accountId: $accountId
        enabled: $enabled
        type: $type
        metadata: $metadata
        clientId: $clientId
        clientSecret: $clientSecret
        issuer: $issuer
      )
    }
  `),
  INVALIDATES,
);

/** What it takes to switch a sign-in on. */
export interface SignIn {
  type: Provider;
  metadata?: string | undefined;
  clientId?: string | undefined;
  clientSecret?: string | undefined;
  issuer?: string | undefined;
}

export const identityProviderCalls = (client: Client, accountId: string, about: RequestLabel) => ({
  switchOn: async ({ type, ...given }: SignIn) => {
    const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const answer = await client.graphql(ConfigureIdentityProvider, { accountId, enabled: true, type, ...wanted }, about);
    return answer.configureOrgIdentityProvider;
  },
  switchOff: async (type: Provider) =>
    (await client.graphql(ConfigureIdentityProvider, { accountId, enabled: false, type }, about)).configureOrgIdentityProvider,
});
