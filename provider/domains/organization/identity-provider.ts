import { z } from "zod";
import type { RequestLabel } from "../../client";
import { ConflictError } from "../../core/errors";
import { field } from "../../core/field";
import { type Obstacle, together } from "../../core/obstacle";
import type { Planning, Problem } from "../../core/resource";
import { protect } from "../../core/secrets";
import { isUnknown } from "../../core/unknown";
import { confirmGone, type Context, defineResource, type Looking, type SubjectLabel } from "../../lifecycle";
import { accepted, adopted, refusalOf } from "../shared/answers";
import { text } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import {
  IDENTITY_PROVIDER_PLACE,
  identityProviderCalls,
  identityProviderCollection,
  identityProviderIn,
  type IdentityProviderRecord,
  type SignIn,
} from "./identity-provider-calls";
import {
  type FoundView,
  freshView,
  hasOrganization,
  knownView,
  missingOrganization,
  observedIn,
  organizationViews,
  thereIn,
  viewToChange,
} from "./overview";

const inputs = {
  type: field(z.enum(["SAML", "OIDC"], { error: "must be SAML or OIDC" }), "The kind of sign-in: `SAML` or `OIDC`."),
  metadata: field(
    text().optional(),
    "Of SAML: the metadata of the identity provider, as XML. remote.it does not tell it: it is kept as a secret in state and sent when the program changes it, and what another hand sets is not seen.",
    { secret: true, writeOnly: true },
  ),
  clientId: field(text().optional(), "Of OIDC: id under which the identity provider knows remote.it."),
  clientSecret: field(
    text().optional(),
    "Of OIDC: the secret that goes with the id. remote.it does not tell it: it is kept as a secret in state and sent when the program changes it, and what another hand sets is not seen.",
    { secret: true, writeOnly: true },
  ),
  issuer: field(text().optional(), "Of OIDC: address of the issuer."),
};

const SENT = ["type", "metadata", "clientId", "clientSecret", "issuer"] as const;

type Values = Readonly<Record<string, unknown>>;

export const identityProvider = defineResource({
  type: "IdentityProvider",
  describe:
    "The sign-in of an organization's own for its members, by SAML or OIDC. An organization has one, once its domain is verified; the id is the account's. Whether members must use it, `providers` of the `Organization` says. A change switches it off and on again, as remote.it's app does, since remote.it may take no other way. Destroying it switches it off.",
  inputs,
  outputs: { accountId: field(z.string(), "Id of the account whose organization it is of.") },

  collection: identityProviderCollection,
  grantsAccess: true,
  guardsAccess: true,
  partOf: "Organization",
  called: () => "of the organization",
  needs: { permission: "ADMIN", on: "account", limit: "saml" },

  rules: identityProblems,

  obstacles: identityObstacles,
  there: thereIn((view) => (view.organization.identityProvider ? identityProviderIn(view) : undefined)),

  // A sign-in that was switched off shows nothing: to the resource it is changed, and an update switches it on again.
  async observe(reading, id, about, state) {
    for (const secret of [state["metadata"], state["clientSecret"]]) if (typeof secret === "string") protect(secret);
    const seen = await observedIn(identityProviderCollection)(reading, id, about);
    if (seen.item !== undefined || state["accountId"] === undefined || id !== seen.accountId) return seen;
    const { item: view } = await reading.read(organizationViews, id, about);
    return { accountId: seen.accountId, item: view && hasOrganization(view) ? identityProviderIn(view) : undefined };
  },

  adoption: {
    example: "new remoteit.IdentityProvider(…, { type, clientId, issuer }) as it is",
    inputs: ({ inputs: { type, clientId, issuer } }) => ({
      type,
      ...(clientId !== undefined && { clientId }),
      ...(issuer !== undefined && { issuer }),
    }),
  },

  label: ({ inputs: { type } }) => type,

  live: ({ type, clientId, issuer }: IdentityProviderRecord, accountId) => ({
    id: accountId,
    inputs: { type, clientId, issuer },
    outputs: { accountId },
  }),

  create: makeIdentityProvider,

  setters: [
    {
      what: "Setting identity provider",
      properties: SENT,
      async set(context, { declared }, _writes, _look, about) {
        await putIdentityProvider(context, declared as unknown as SignIn, about);
      },
    },
  ],

  marking: userMarks(() => IDENTITY_PROVIDER_PLACE),

  async destroy(context, { item: { type } }, look, about) {
    if (type === undefined) return;
    const { id: accountId } = await context.client.account();
    const { switchOff } = identityProviderCalls(context.client, accountId, about);
    const isOn = async () => {
      const now = await look();
      return now?.type === undefined ? undefined : now;
    };
    await confirmGone(() => switchOff(type), isOn, refusalOf(about, "The identity provider was not switched off."));
  },
});

/** What belongs to the one kind of sign-in alone. */
const OF = { SAML: ["metadata"], OIDC: ["clientId", "clientSecret", "issuer"] } as const;

function identityProblems({ type, ...given }: Values): Problem[] {
  const isMeant = (other: keyof typeof OF) => type !== other && !isUnknown(type) && type !== undefined;
  return (["SAML", "OIDC"] as const)
    .filter(isMeant)
    .flatMap((other) => OF[other].filter((name) => given[name] !== undefined))
    .map((name) => ({ property: name, reason: `is of another sign-in than ${String(type)}: leave it out` }));
}

/** What a sign-in lacks to be switched on. */
function lacking({ type, ...given }: Values): Obstacle[] {
  const needed = type === "SAML" ? OF.SAML : type === "OIDC" ? OF.OIDC : [];
  const missing = needed.filter((name) => given[name] === undefined || given[name] === "");
  if (missing.length === 0) return [];
  const why = `${String(type)} needs ${missing.join(", ")} to be switched on.`;
  return [{ property: missing[0] ?? "", why, remedy: `Declare ${missing.join(", ")}.` }];
}

const notVerified = ({ organization: { domain, verificationCNAME, verificationValue } }: FoundView): Obstacle =>
  domain === null
    ? {
        why: "The organization has no domain, and a sign-in of its own needs one that is verified.",
        remedy: "Declare domain of the Organization, and make the DNS record that its outputs name.",
      }
    : {
        why: `The domain ${domain} of the organization is not verified yet: DNS has to say ${verificationValue ?? ""} as the CNAME of ${verificationCNAME ?? ""}.`,
        remedy: "Make that record, wait until remote.it has seen it, and run `pulumi up` again.",
      };

const isSame = ({ type, clientId, issuer }: IdentityProviderRecord, wanted: Values): boolean =>
  type === wanted["type"] &&
  (wanted["clientId"] === undefined || clientId === wanted["clientId"]) &&
  (wanted["issuer"] === undefined || issuer === wanted["issuer"]);

/** What stands against making it, or taking over the one that is there. */
function obstaclesToMake(view: FoundView, declared: Values): Obstacle[] {
  const there = identityProviderIn(view);
  if (there.type === undefined) return obstaclesToSwitchOn(view, declared);
  if (Object.values(declared).some(isUnknown) || isSame(there, declared)) return [];
  const which = [there.type, there.clientId, there.issuer].filter(Boolean).join(", ");
  const why = `The organization has an identity provider already (${which}), and it has only one.`;
  return [{ property: "type", why, remedy: "Declare that one, or import it by the account's id and then change it." }];
}

async function identityObstacles(looking: Looking, { declared, exists, changed }: Planning): Promise<Obstacle[]> {
  const isSecretSent = changed.has("metadata") || changed.has("clientSecret");
  const view = await knownView(looking);
  if (!hasOrganization(view)) return exists ? [] : missingOrganization(looking.context, view, looking.about);
  if (!exists) return obstaclesToMake(view, declared);
  if (!isSecretSent && isSame(identityProviderIn(view), declared)) return [];
  return SENT.some((name) => changed.has(name)) ? obstaclesToSwitchOn(view, declared) : [];
}

/** What stands against switching it on as it is declared. */
const obstaclesToSwitchOn = (view: FoundView, declared: Values): Obstacle[] => [
  ...(view.organization.verified ? [] : [notVerified(view)]),
  ...lacking(declared),
];

type Declared = SignIn & Values;

async function makeIdentityProvider(context: Context, declared: Declared, about: SubjectLabel) {
  const view = await viewToChange(context, about);
  const { accountId } = view;
  const obstacles = obstaclesToMake(view, declared);
  if (obstacles.length > 0) throw new ConflictError({ ...about, ...together(obstacles) });
  context.ownership.take({ type: "IdentityProvider", id: accountId }, about);
  const there = identityProviderIn(view);
  if (there.type !== undefined) {
    context.log("warning", adopted("The organization's identity provider is there already, and is adopted."));
    return { id: accountId, accountId, origin: "adopted" as const, item: there };
  }
  await putIdentityProvider(context, declared, about);
  return { id: accountId, accountId, origin: "made" as const };
}

/**
 * Switches the sign-in on as it is declared. One that is on is switched off first, as remote.it's app does (api/README.md, A): else
 * a change might be refused, or accepted and not made. Nobody can see what a request with a secret has made: one whose answer was
 * lost is sent again.
 */
async function putIdentityProvider(context: Context, wanted: SignIn, about: RequestLabel): Promise<void> {
  for (const secret of [wanted.metadata, wanted.clientSecret]) if (secret !== undefined) protect(secret);
  const view = await viewToChange(context, about);
  const obstacles = obstaclesToSwitchOn(view, { ...wanted });
  if (obstacles.length > 0) throw new ConflictError({ ...about, ...together(obstacles) });
  const { switchOn, switchOff } = identityProviderCalls(context.client, view.accountId, about);
  const now = async () => {
    const seen = await freshView(context, about);
    return hasOrganization(seen) ? identityProviderIn(seen) : undefined;
  };
  const { type } = identityProviderIn(view);
  if (type !== undefined) {
    const isOn = async () => ((await now())?.type === undefined ? undefined : true);
    await confirmGone(() => switchOff(type), isOn, refusalOf(about, "The identity provider was not switched off to be changed."));
  }
  try {
    accepted(await switchOn(wanted), about, "The identity provider was not switched on.");
  } catch (error) {
    // It was off a moment ago: one that is on as declared is what this request has made.
    const seen = await now().catch(() => undefined);
    if (!seen || !isSame(seen, { ...wanted })) throw error;
  }
}
