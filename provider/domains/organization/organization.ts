import { z } from "zod";
import { ConflictError, PermissionError } from "../../core/errors";
import { field } from "../../core/field";
import { type Obstacle, together } from "../../core/obstacle";
import type { Planning } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { type Context, createOnce, defineResource, type Looking, poll, type SubjectLabel } from "../../lifecycle";
import { accepted } from "../shared/answers";
import { nameText, sameCaseless, seconds, text } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import {
  ORGANIZATION_PLACE,
  organizationCollection,
  organizationIn,
  type OrganizationRecord,
  type Provider,
  setOrganization,
} from "./organization-calls";
import { freshView, hasOrganization, knownView, observedIn, type OrganizationView, thereIn } from "./overview";

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A set; absent and empty are the same: any sign-in. */
function sameProviders(one: unknown, other: unknown): boolean {
  const [left, right] = [new Set(listOf(one)), new Set(listOf(other))];
  return left.size === right.size && [...left].every((provider) => right.has(provider));
}

/** Whether somebody may sign in as the program does not say. */
function isFreerSignIn(declared: unknown, held: unknown): boolean {
  const [wanted, found] = [listOf(declared), listOf(held)];
  if (wanted.length === 0) return false;
  return found.length === 0 || found.some((provider) => !wanted.includes(provider));
}

const inputs = {
  name: field(nameText(), "Name of the organization, as its members see it."),
  domain: field(
    text()
      .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i, { error: 'must be a domain, such as "example.com"' })
      .optional(),
    "Domain of its members, for a sign-in of its own. DNS has to say `verificationValue` under `verificationCNAME` before remote.it counts it as verified. Another domain has to be verified anew.",
    { same: sameCaseless, grantsAccess: true },
  ),
  providers: field(
    z.array(z.enum(["SAML", "OIDC"], { error: "must be SAML or OIDC" }), { error: "must be a list of SAML and OIDC" }).optional(),
    "Sign-ins of which members must use one. An empty list lets any in.",
    { same: sameProviders, grantsAccess: isFreerSignIn },
  ),
  waitSeconds: field(
    seconds().optional(),
    "How long to wait for the domain to be verified, once it is set. Default: 0. Where it is not by then, a warning says so: a DNS record of the same program is only made afterwards.",
    { local: true },
  ),
};

const outputs = {
  accountId: field(z.string(), "Id of the account whose organization it is."),
  verificationCNAME: field(z.string().optional(), "Name of the CNAME record that verifies the domain; absent without a domain."),
  verificationValue: field(z.string().optional(), "What that CNAME record has to say."),
};

export const organization = defineResource({
  type: "Organization",
  describe:
    "The organization of a remote.it account: its name, its domain and which sign-in its members must use. An account has one, whose id is the account's. Its owner makes it; destroying the resource never deletes it, since all of its roles and members would go with it.",
  inputs,
  outputs,

  collection: organizationCollection,
  observe: observedIn(organizationCollection),
  stays: "an organization is deleted by its owner alone, in remote.it's app, since all of its roles and members go with it.",
  called: ({ name }) => (typeof name === "string" ? `"${name}"` : "of the account"),
  needs: {
    create: { permission: "owner", on: "account" },
    update: { permission: "ADMIN", on: "account" },
    delete: "none",
  },

  there: thereIn(organizationIn),

  obstacles: organizationObstacles,

  adoption: {
    example: "new remoteit.Organization(…, { name, domain }) as it is",
    inputs: ({ inputs: { name, domain, providers = [] } }) => ({
      name,
      ...(domain !== undefined && { domain }),
      ...(providers.length > 0 && { providers }),
    }),
  },

  live: ({ name, domain, providers, verificationCNAME, verificationValue }: OrganizationRecord, accountId) => ({
    id: accountId,
    inputs: { name, domain, providers: [...providers] },
    outputs: { accountId, verificationCNAME, verificationValue },
  }),

  create: makeOrganization,

  setters: [
    {
      what: "Setting organization",
      properties: ["name", "domain", "providers"],
      async set(context, { accountId, declared }, { name, domain, providers }, look, about) {
        const wish = {
          name: name?.target as string | undefined,
          domain: domain?.target as string | undefined,
          providers: providers?.target as Provider[] | undefined,
        };
        const send = async () =>
          accepted(await setOrganization(context.client, accountId, wish, about), about, "The organization was not changed.");
        if (!domain) return send();
        // Its facts follow from the domain, also where it was set although its answer never came.
        const failure = await send().then(
          () => undefined,
          (error: unknown) => ({ error }),
        );
        const now = await look().catch((error: unknown) => {
          throw failure?.error ?? error;
        });
        if (failure && !sameCaseless(now.domain, domain.target)) throw failure.error;
        return factsOf(await verified(context, now, declared["waitSeconds"], look, String(about.subject)));
      },
    },
  ],

  marking: userMarks(() => ORGANIZATION_PLACE),

  // It stays: nothing calls this.
  destroy: () => Promise.resolve(),
});

const factsOf = ({ verificationCNAME, verificationValue }: OrganizationRecord) => ({ verificationCNAME, verificationValue });

interface Declared {
  name: string;
  domain?: string | undefined;
  providers?: Provider[] | undefined;
  waitSeconds?: number | undefined;
}

async function makeOrganization(context: Context, declared: Declared, about: SubjectLabel) {
  const { client, ownership, log } = context;
  const view = await freshView(context, about);
  const { accountId } = view;
  const obstacles = obstaclesToMake(view, declared);
  if (obstacles.length > 0)
    throw new (hasOrganization(view) ? ConflictError : PermissionError)({ ...about, ...together(obstacles) });
  ownership.take({ type: "Organization", id: accountId }, about);
  if (hasOrganization(view)) {
    const item = organizationIn(view);
    const renamed = item.name === declared.name ? "" : ` It is called "${item.name}" so far.`;
    log("warning", `Organization ${about.subject}: the account has one already, which is adopted.${renamed}`);
    return { id: accountId, accountId, origin: "adopted" as const, item };
  }
  const find = async () => {
    const now = await freshView(context, about);
    return hasOrganization(now) ? organizationIn(now) : undefined;
  };
  const made = await createOnce(context, {
    make: async () => {
      accepted(await setOrganization(client, undefined, declared, about), about, "It was not made.");
      return find();
    },
    find,
  });
  const item = made && (await verified(context, made, declared.waitSeconds, find, about.subject));
  return { id: accountId, accountId, origin: "made" as const, ...(item && { item }) };
}

/** What stands against making it, or taking over the one that is there. */
function obstaclesToMake(view: OrganizationView, { domain }: Readonly<Record<string, unknown>> | Declared): Obstacle[] {
  const { accountId, caller } = view;
  if (!hasOrganization(view)) {
    if (caller.isOwner) return [];
    const why = `Account ${accountId} has no organization, and only its owner can make one. Nothing was sent.`;
    return [{ why, remedy: "Use an access key of the account's own user." }];
  }
  const { domain: now, verified: isVerified } = organizationIn(view);
  if (now === undefined || domain === undefined || isUnknown(domain) || sameCaseless(now, domain)) return [];
  const why = `The account has an organization already, with the domain ${now}${isVerified ? ", which is verified" : ""}. Another domain would have to be verified anew.`;
  return [{ property: "domain", why, remedy: "Declare that domain, or import the organization and then change it." }];
}

async function organizationObstacles(looking: Looking, { declared, exists }: Planning): Promise<Obstacle[]> {
  return exists ? [] : obstaclesToMake(await knownView(looking), declared);
}

/** Waits for the domain to be verified, as long as the program says. A DNS record that depends on the resource is still to come. */
async function verified(
  context: Context,
  item: OrganizationRecord,
  waitSeconds: unknown,
  look: () => Promise<OrganizationRecord | undefined>,
  subject: string,
): Promise<OrganizationRecord> {
  if (item.domain === undefined || item.verified) return item;
  const { domain, verificationCNAME = "", verificationValue = "" } = item;
  const label = `Organization ${subject}`;
  const record = `DNS has to say ${verificationValue} as the CNAME of ${verificationCNAME}.`;
  let now = item;
  const found = await poll(
    context,
    typeof waitSeconds === "number" ? waitSeconds : 0,
    `${label}: its domain ${domain} is not verified yet. ${record}`,
    async () => {
      now = (await look()) ?? now;
      return now.verified ? now : undefined;
    },
  );
  if (!found)
    context.log("warning", `${label}: its domain ${domain} is not verified yet, so it can have no identity provider. ${record}`);
  return now;
}
