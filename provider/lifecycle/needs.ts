import type { RequestLabel } from "../client";
import { GraphqlError, PermissionError, PlanLimitError, RefusedError, RemoteitError } from "../core/errors";
import type { Fields } from "../core/field";
import { type Doing, limits, type Need, type Needed, type Needs } from "../core/need";
import { type Obstacle, together } from "../core/obstacle";
import type { Allowance } from "../inventory";
import type { Context } from "./context";
import type { Kind, StateValues } from "./kind";

type Needing = Pick<Kind<Fields, Fields, never, never>, "needs" | "setters">;

/** By what is done to a thing of the kind. @throws TypeError where the kind does not say it. */
export function needsOf({ type, needs }: Pick<Kind<Fields, Fields, never, never>, "type" | "needs">): Needs {
  if ((needs as typeof needs | undefined) === undefined) throw new TypeError(`${type} does not say what changing it needs.`);
  return needs === "none" || "permission" in needs ? { create: needs, update: needs, delete: needs } : needs;
}

/** Of the properties whose setters need something else than the kind's updates. */
export function propertyNeedsOf({ setters }: Pick<Needing, "setters">): Record<string, Needed> {
  return Object.fromEntries(
    setters.flatMap(({ properties, needs }) => (needs === undefined ? [] : properties.map((name) => [name, needs]))),
  );
}

/** Something that is to be done, and what that needs. */
export interface Intent {
  needed: Needed;
  doing: Doing;
  declared: StateValues;
  /** What is known of the user's permissions on the thing itself. */
  permissions?: readonly string[] | undefined;
  property?: string | undefined;
}

/** @throws PermissionError, PlanLimitError where something of what is needed is surely not given. */
export async function mustBeAllowed(context: Context, intents: readonly Intent[], about: RequestLabel): Promise<void> {
  const found = await lackingIn(context, intents, about);
  if (found.length > 0) throw notAllowed(found, about);
}

function notAllowed(found: readonly Lack[], about: RequestLabel): PermissionError | PlanLimitError {
  const { why, remedy } = together(found);
  const failure = { ...about, why: `${why} Nothing was sent.`, remedy };
  return found.some(({ isLimit }) => !isLimit) ? new PermissionError(failure) : new PlanLimitError(failure);
}

/** What somebody has on a thing of the account, as the thing itself shows it. */
interface Permitting {
  permissions: readonly string[];
}

/** What of a need is not given on the device or network that something is to be made on. */
export const lackingOn = (needed: Need, { permissions }: Permitting): Obstacle[] =>
  lackingOnThing({ needed, permissions, doing: "create", declared: {} });

/** @throws PermissionError where something is to be made on a device or a network, and the key's user may not. */
export function mustBeAllowedOn(needed: Need, thing: Permitting, about: RequestLabel): void {
  const found = lackingOn(needed, thing);
  if (found.length > 0) throw notAllowed(found, about);
}

type Lack = Obstacle & { isLimit?: true };

/**
 * What is needed and surely not given. What a thing says of itself is taken as it is; the account is asked where its own word is
 * needed. What it said earlier in the run only lets through: before it keeps anything back, it is asked again.
 */
export async function lackingIn(context: Context, intents: readonly Intent[], about: RequestLabel): Promise<Lack[]> {
  const ofThings = intents.flatMap(lackingOnThing);
  if (ofThings.length > 0) return each(ofThings);
  const { allowance } = context.inventory;
  const lacking = (now: Allowance) => intents.flatMap((intent) => lackingInAccount(intent, now));
  const isAsked = intents.some((intent) => asksAccount(context, intent));
  const heard = await (isAsked ? allowance.known(about) : allowance.heard());
  if (heard === undefined || lacking(heard).length === 0) return [];
  return each(lacking(await allowance.current(about)));
}

/** What several properties need is told once. */
const each = (found: readonly Lack[]): Lack[] => [...new Map(found.map((one) => [one.why, one])).values()];

function lackingOnThing({ needed, permissions, property }: Intent): Lack[] {
  if (needed === "none" || needed.on === "account" || needed.permission === "owner") return [];
  if (permissions === undefined || permissions.includes(needed.permission)) return [];
  return [{ ...lack(needed, `on the ${needed.on}`, permissions), ...(property !== undefined && { property }) }];
}

const lack = ({ permission }: Need, where: string, permissions: readonly string[]): Obstacle => ({
  why: `This needs the permission ${permission} ${where}, and the access key's user has ${permissions.join(", ") || "none"} there.`,
  remedy: `Ask the owner for ${permission}, or use an access key of a user who has it.`,
});

/** Whether the account is asked about it. Nobody has less than all permissions in the own one. */
function asksAccount({ client: { settings } }: Context, intent: Intent): boolean {
  const { needed } = intent;
  if (needed === "none") return false;
  if (needed.on === "account" && settings.accountId !== undefined) return true;
  return limitOf(intent) !== undefined && !needed.isLimitUnasked;
}

/** The limit that may keep it back. */
function limitOf({ needed, doing, declared }: Intent): Need["limit"] {
  if (needed === "none" || needed.limit === undefined || doing === "delete") return undefined;
  const kind = limits[needed.limit];
  if (kind === "mark" || (kind === "count" && doing !== "create")) return undefined;
  return (needed.limitWhere?.(declared) ?? true) ? needed.limit : undefined;
}

function lackingInAccount(intent: Intent, { accountId = "", permissions, limits: told }: Allowance): Lack[] {
  const { needed, property } = intent;
  if (needed === "none") return [];
  const of = property === undefined ? {} : { property };
  const found: Lack[] = [];
  if (needed.on === "account" && permissions !== undefined && permissions !== "all") {
    if (needed.permission === "owner") found.push({ ...of, ...NOT_OWNER });
    else if (!permissions.includes(needed.permission))
      found.push({ ...of, ...lack(needed, `in account ${accountId}`, permissions) });
  }
  const name = limitOf(intent);
  const all = told.filter((limit) => limit.name === name);
  // Of several licenses one is enough.
  if (name !== undefined && all.length > 0 && all.every((limit) => isUsedUp(limits[name], limit)))
    found.push({ ...of, ...usedUp(accountId, all), isLimit: true });
  return found;
}

const NOT_OWNER: Obstacle = {
  why: "This can be done by the account's own user alone, and the access key is another user's.",
  remedy: "Use an access key of the account's own user.",
};

/** What is null, or nothing that is known of such a limit, limits nothing. */
function isUsedUp(kind: (typeof limits)[keyof typeof limits], { value, actual }: Allowance["limits"][number]): boolean {
  if (kind === "feature") return value === false || value === 0 || value === "false";
  return typeof value === "number" && value >= 0 && typeof actual === "number" && actual >= value;
}

const usedUp = (accountId: string, all: Allowance["limits"]): Obstacle => ({
  why: `The plan of account ${accountId} does not allow it: ${all.map(limitInWords).join(", ")}.`,
  remedy: "Change the account's plan, or remove what uses it up, then run `pulumi up` again.",
});

const limitInWords = ({ name, value, actual }: Allowance["limits"][number]): string =>
  `its limit ${name} has the value ${String(value)}${typeof actual === "number" ? ` (${actual} used)` : ""}`;

/** A refusal of remote.it, with what the change needs: what the account says of that now, and else what to check. */
export async function explained(
  context: Context,
  intents: readonly Intent[],
  about: RequestLabel,
  error: unknown,
): Promise<unknown> {
  const needed = intents.flatMap((intent) => (intent.needed === "none" ? [] : [intent.needed]));
  if (!isRefusal(error) || needed.length === 0) return error;
  const names = new Set<string | undefined>(needed.map(({ limit }) => limit).filter((limit) => limit !== undefined));
  const mayTell = names.size > 0 || intents.some((intent) => asksAccount(context, intent));
  const now = mayTell ? await context.inventory.allowance.current(about).catch(() => undefined) : undefined;
  const found = intents.flatMap((intent) => [...lackingOnThing(intent), ...(now ? lackingInAccount(intent, now) : [])]);
  if (found.length > 0) {
    const { why, remedy } = together(found);
    return error.restate({ why: `${error.why} ${why}`, remedy });
  }
  const plan = (now?.limits ?? []).filter(({ name }) => names.has(name)).map(limitInWords);
  const told = withNeeds(error, needed);
  return plan.length === 0 ? told : told.restate({ why: `${error.why} Of the account's plan, ${plan.join(", and ")}.` });
}

/** A refusal of remote.it, with what the change needs, for who asks the account nothing more. */
export function withNeeds(error: RemoteitError, needed: readonly Need[]): RemoteitError {
  if (!isRefusal(error)) return error;
  const words = [...new Set(needed.map(inWords))].join(", and ");
  const remedy =
    error instanceof RefusedError
      ? `Check that the access key's user has ${words}, then run \`pulumi up\` again.`
      : `${error.remedy} This needs ${words}.`;
  return error.restate({ remedy });
}

/** What remote.it answers to what a role or a plan does not allow is unknown: each error without a reason of another kind may be it. */
function isRefusal(error: unknown): error is RemoteitError {
  if (error instanceof RefusedError) return error.isUnexplained;
  if (error instanceof PermissionError || error instanceof PlanLimitError) return false;
  if (error instanceof GraphqlError) return error.errors.length > 0;
  return error instanceof RemoteitError && /\b(plan|licen[cs]e|upgrade|permission)\b/i.test(error.why);
}

const inWords = ({ permission, on, limit }: Need): string => {
  const plan = limit === undefined ? "" : `, in an account whose plan allows it (${limit})`;
  if (permission === "owner") return `the account's own key${plan}`;
  return `the ${permission} permission ${on === "account" ? "in the account" : `on the ${on}`}${plan}`;
};
