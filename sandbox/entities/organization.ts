import { createHash } from "node:crypto";
import { GraphQLError } from "graphql";
import { z } from "zod";
import type { Account } from "../accounts";
import { accountOf, Refusal } from "../control-call";
import { defineEntity, type Context } from "../entity";
import { mustBeInPlan } from "../limits";
import { dropOrganization, mustBeOrganization, organizationOf, organizationToChange, type Organization } from "../organization";
import { accountToChange } from "../permissions";

const domainSchema = z.strictObject({ accountId: z.string().optional(), verified: z.boolean().default(true) });

type Provider = "SAML" | "OIDC";

interface Wish {
  accountId?: string | null;
  name?: string | null;
  domain?: string | null;
  logoUrl?: string | null;
  color?: string | null;
  proxy?: string | null;
  providers?: Provider[] | null;
}

interface SignIn {
  accountId?: string | null;
  enabled?: boolean | null;
  type?: string | null;
  metadata?: string | null;
  clientId?: string | null;
  clientSecret?: string | null;
  issuer?: string | null;
}

/** What stands behind the type is the account. */
export default defineEntity({
  fields: {
    User: { organization: (account, _args, { store }) => (organizationOf(store, account) ? account : null) },
    Organization: {
      ...Object.fromEntries(
        (["name", "domain", "verified", "providers", "identityProvider", "logoUrl", "color", "proxy", "created"] as const).map(
          (name) => [name, (account: Account, _args: never, { store }: Context) => organizationOf(store, account)?.[name]],
        ),
      ),
      account: (account) => account,
      info: (account) => account,
      verificationCNAME: (account, _args, { store }) => recordOf(account, organizationOf(store, account))?.name ?? null,
      verificationValue: (account, _args, { store }) => recordOf(account, organizationOf(store, account))?.value ?? null,
      samlName: null,
      samlEnabled: (account, _args, { store }) => organizationOf(store, account)?.identityProvider?.type === "SAML",
    },
  },
  mutations: {
    /** Its owner makes it; who has ADMIN changes what is given. The app names no account when it makes one, as an empty text (A). */
    setOrganization: ({ accountId, ...wish }: Wish, context) => {
      const account = accountToChange(context, accountId === "" ? null : accountId, "ADMIN");
      const isThere = organizationOf(context.store, account) !== undefined;
      if (!isThere && account !== context.account) return false;
      if (!isThere && !wish.name) throw new GraphQLError("Invalid name: an organization must have one.");
      change(organizationToChange(account), wish);
      return true;
    },
    /** Of the key's own account (api/README.md, A). */
    deleteOrganization: (_args, { store, account }) => {
      if (!organizationOf(store, account)) return false;
      dropOrganization(store, account);
      return true;
    },
    configureOrgIdentityProvider: (wish: SignIn, context) => configure(context, wish),
    configureSAML: (wish: SignIn, context) => configure(context, { ...wish, type: "SAML" }),
  },
  control: {
    /** DNS says what it has to, or no longer. */
    "POST /domains": (sandbox, body) => {
      const { accountId, verified } = domainSchema.parse(body ?? {});
      const account = accountOf(sandbox, accountId);
      const organization = organizationOf(sandbox.store, account);
      if (!organization?.domain) throw new Refusal(`Account ${account.id} is no organization with a domain.`);
      organization.verified = verified;
      return {};
    },
  },
});

/** Null frees the sign-in (api/README.md, A); of all else it changes nothing. Another domain has to be verified anew. */
function change(organization: Organization, { name, domain, providers, ...more }: Wish): void {
  if (typeof domain === "string" && (domain || null) !== organization.domain)
    Object.assign(organization, { domain: domain || null, verified: false });
  organization.name = name ?? organization.name;
  if (providers !== undefined) organization.providers = providers;
  for (const key of ["logoUrl", "color", "proxy"] as const) organization[key] = more[key] ?? organization[key];
}

/** What DNS has to say before the domain is verified. */
function recordOf(account: Account, organization: Organization | undefined): { name: string; value: string } | undefined {
  if (!organization?.domain) return undefined;
  const digest = createHash("sha256").update(`${account.id} ${organization.domain}`).digest("hex");
  return { name: `_${digest.slice(0, 16)}.${organization.domain}`, value: `${digest.slice(16, 32)}.verify.remote.it` };
}

/** Metadata and client secret are never read back. */
function configure(context: Context, { accountId, enabled, type, metadata, ...oidc }: SignIn): boolean {
  const { store } = context;
  const account = accountToChange(context, accountId, "ADMIN");
  mustBeOrganization(store, account);
  const organization = organizationToChange(account);
  if (enabled === false) {
    const isIt = organization.identityProvider !== null && organization.identityProvider.type === type;
    if (isIt) organization.identityProvider = null;
    return isIt;
  }
  mustBeInPlan(store, account, "saml");
  if (!organization.verified) throw new GraphQLError(`The domain of account ${account.id} is not verified.`);
  if (organization.identityProvider) {
    if (store.world["sign-in-change"] === "refused") return false;
    if (store.world["sign-in-change"] === "ignored") return true;
  }
  if (type === "SAML" && metadata) organization.identityProvider = { type, clientId: null, issuer: null };
  else if (type === "OIDC" && oidc.clientId && oidc.clientSecret && oidc.issuer)
    organization.identityProvider = { type, clientId: oidc.clientId, issuer: oidc.issuer };
  else throw new GraphQLError("Invalid identity provider: SAML takes metadata, OIDC clientId, clientSecret and issuer.");
  return true;
}
