import { z } from "zod";
import type { LicenseOption } from "../../../api/generated/graphql";
import type { RequestLabel } from "../../client";
import { ConflictError } from "../../core/errors";
import { field } from "../../core/field";
import { type Obstacle, together } from "../../core/obstacle";
import type { Planning, Problem } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { confirmGone, type Context, createOnce, defineResource, type Looking } from "../../lifecycle";
import { accepted, adopted, refusalOf } from "../shared/answers";
import { emailAddress, sameCaseless, text } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { memberCalls, memberCollection, memberId, memberPlace, type MemberRecord, membersIn, spelledRole } from "./member-calls";
import { isAdminRole, roleChoice, roleObstacles } from "./member-role";
import {
  type FoundView,
  freshView,
  hasOrganization,
  knownView,
  missingOrganization,
  observedIn,
  thereIn,
  viewToChange,
} from "./overview";

const inputs = {
  email: field(emailAddress(), "E-mail address of the user. Case is ignored. Another one is another member.", {
    replaces: true,
    same: sameCaseless,
  }),
  roleId: field(text().optional(), "Id of the role, as a `Role` has it. Either this or `role` says what the member may do.", {
    idOf: "Role",
    alternative: "role",
  }),
  role: field(
    text().optional(),
    "A built-in role by its name: `ADMIN`, `MEMBER` or `NO_ACCESS`, or another one that the organization shows. Either this or `roleId`.",
    {
      same: (one, other) => spelledRole(String(one)) === spelledRole(String(other)),
      alternative: "roleId",
      grantsAccess: (_declared, held) => spelledRole(String(held)) !== "NO_ACCESS",
    },
  ),
  license: field(
    z.enum(["LICENSED", "UNLICENSED"], { error: "must be LICENSED or UNLICENSED" }).optional(),
    "Whether the member takes a seat of the plan. Default for a new member: `LICENSED`.",
    { grantsAccess: false },
  ),
};

type Values = Readonly<Record<string, unknown>>;

export const member = defineResource({
  type: "Member",
  describe:
    "A member of an organization, and the role that says what the member may do there. The owner is none. The id is `accountId/email`. Nobody removes the own user with it: who leaves an organization does so in remote.it's app.",
  inputs,
  outputs: {
    accountId: field(z.string(), "Id of the account whose organization it is."),
    userId: field(
      z.string().optional(),
      "Id of the user; absent of one who was only invited, where remote.it does not show it yet.",
    ),
  },

  collection: memberCollection,
  observe: observedIn(memberCollection),
  grantsAccess: true,
  partOf: "Organization",
  called: ({ email }, id = "") => (typeof email === "string" ? email : (memberId.parse(id)?.email ?? id)),
  label: ({ inputs: { email } }) => email,
  needs: { permission: "ADMIN", on: "account", limit: "org-users", limitWhere: ({ license }) => license !== "UNLICENSED" },

  there: thereIn((view, { email }) => memberNamed(view, String(email))),

  rules: roleProblems,

  obstacles: memberObstacles,

  adoption: {
    example: "new remoteit.Member(…, { email, roleId }) with the role that it has",
    inputs: ({ inputs: { email, roleId, role, license } }) => ({
      email,
      ...(roleId !== undefined ? { roleId } : { role }),
      license,
    }),
  },

  live: ({ userId, email, roleId, builtIn, license }: MemberRecord, accountId) => ({
    id: memberId.format({ accountId, email }),
    inputs: {
      email,
      roleId: builtIn === undefined ? roleId : undefined,
      role: builtIn,
      license: license === "UNLICENSED" ? ("UNLICENSED" as const) : ("LICENSED" as const),
    },
    outputs: { accountId, userId },
  }),

  create: (context, declared, about) =>
    context.mutex.run(`member ${declared.email.toLowerCase()}`, () => makeMember(context, declared, about)),

  setters: [
    {
      what: "Setting member",
      properties: ["roleId", "role", "license"],
      async set(context, { item, accountId, declared }, { roleId, role, license }, _look, about) {
        const view = await viewToChange(context, about);
        const isMoved = roleId !== undefined || role !== undefined;
        const wanted = isMoved ? declared : { roleId: item.roleId };
        const obstacles = isMoved ? [...roleObstacles(view, declared), ...ownDemotion(view, item, declared)] : [];
        if (obstacles.length > 0) throw new ConflictError({ ...about, ...together(obstacles) });
        const { set } = memberCalls(context.client, accountId, about);
        const seat = (license?.target ?? (item.license === "UNLICENSED" ? "UNLICENSED" : "LICENSED")) as LicenseOption;
        accepted(await set(item.email, roleChoice(view, wanted), seat), about, "The member was not changed.");
      },
    },
  ],

  marking: userMarks(memberPlace),

  async destroy(context, { item }, look, about) {
    const view = await viewToChange(context, about);
    const obstacle = notRemoved(view, item);
    if (obstacle) throw new ConflictError({ ...about, ...obstacle });
    const { remove } = memberCalls(context.client, view.accountId, about);
    await confirmGone(() => remove(item.email), look, refusalOf(about, "The member was not removed."));
  },
});

/** What a member may do is said in one way. */
function roleProblems({ roleId, role }: Values): Problem[] {
  const [hasId, hasName] = [roleId !== undefined, role !== undefined];
  if (hasId && hasName) return [{ property: "role", reason: "and roleId exclude each other: write one of them" }];
  return hasId || hasName ? [] : [{ property: "roleId", reason: "is missing: write it, or role for a built-in role" }];
}

interface Declared extends Values {
  email: string;
  license?: LicenseOption | undefined;
}

async function makeMember(context: Context, declared: Declared, about: RequestLabel & { subject: string }) {
  const { client, ownership, log } = context;
  const view = await viewToChange(context, about);
  const { accountId } = view;
  const obstacles = obstaclesToMake(view, declared);
  if (obstacles.length > 0) throw new ConflictError({ ...about, ...together(obstacles) });
  const id = memberId.format({ accountId, email: declared.email });
  ownership.take({ type: "Member", id }, about);
  const there = memberNamed(view, declared.email);
  if (there) {
    log("warning", adopted(`Member ${about.subject}: the user is a member already, and is adopted.`));
    return { id: memberId.format({ accountId, email: there.email }), accountId, origin: "adopted" as const, item: there };
  }
  const find = async () => {
    const now = await freshView(context, about);
    return hasOrganization(now) ? memberNamed(now, declared.email) : undefined;
  };
  const { set } = memberCalls(client, accountId, about);
  const item = await createOnce(context, {
    make: async () => {
      const why = "The user did not become a member: remote.it may take only addresses that have an account.";
      accepted(await set(declared.email, roleChoice(view, declared), declared.license ?? "LICENSED"), about, why);
      return find();
    },
    find,
  });
  const email = item?.email ?? declared.email;
  const made = { id: memberId.format({ accountId, email }), accountId, origin: "made" as const };
  return item ? { ...made, item } : made;
}

const memberNamed = (view: FoundView, email: string): MemberRecord | undefined => {
  const members = membersIn(view);
  return members.find((one) => one.email === email) ?? members.find((one) => sameCaseless(one.email, email));
};

function obstaclesToMake(view: FoundView, declared: Values): Obstacle[] {
  const { email } = declared;
  if (typeof email !== "string" || isUnknown(email)) return roleObstacles(view, declared);
  if (view.ownerEmail !== undefined && sameCaseless(view.ownerEmail, email)) {
    const why = `${email} is the owner of the organization, who is none of its members and may do everything in it.`;
    return [{ property: "email", why, remedy: "Take this resource out of the program." }];
  }
  const there = memberNamed(view, email);
  return [...roleObstacles(view, declared), ...(there ? ownDemotion(view, there, declared) : [])];
}

async function memberObstacles(looking: Looking, { declared, exists, changed }: Planning): Promise<Obstacle[]> {
  if (exists && !changed.has("roleId") && !changed.has("role")) return [];
  const view = await knownView(looking);
  if (!hasOrganization(view)) return exists ? [] : missingOrganization(looking.context, view, looking.about);
  return obstaclesToMake(view, declared);
}

const isSelf = ({ caller }: FoundView, { userId, email }: MemberRecord): boolean =>
  userId === caller.id || (caller.email !== undefined && sameCaseless(email, caller.email));

/** Nobody takes from himself what he would need to give it back. */
function ownDemotion(view: FoundView, item: MemberRecord, wanted: Values): Obstacle[] {
  if (!isSelf(view, item) || !item.isAdmin || isUnknown(wanted["roleId"]) || isUnknown(wanted["role"])) return [];
  if (isAdminRole(view, wanted) === true) return [];
  return [
    {
      property: wanted["roleId"] === undefined ? "role" : "roleId",
      why: "It is the access key's own user, who would lose the permission ADMIN and could not take that back. Nothing was sent.",
      remedy: "Use an access key of the owner, or of another member with ADMIN.",
    },
  ];
}

/** An organization keeps its owner, and nobody shuts himself out: whoever administers it besides is not the last one then. */
function notRemoved(view: FoundView, item: MemberRecord): Obstacle | undefined {
  const isOwner = item.userId === view.accountId || (view.ownerEmail !== undefined && sameCaseless(item.email, view.ownerEmail));
  if (isOwner)
    return {
      why: "It is the owner of the organization, without whom nobody could administer it. Nothing was sent.",
      remedy: "Run `pulumi state delete` on this resource: the program does not manage the owner.",
    };
  if (!isSelf(view, item)) return undefined;
  return {
    why: "It is the access key's own user, who would lose the organization with it. Nothing was sent.",
    remedy:
      "Use an access key of the owner or of another member with ADMIN; or set deleteOnDestroy: false, run `pulumi up`, and leave the organization in remote.it's app.",
  };
}
