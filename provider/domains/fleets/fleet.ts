import type { RequestLabel } from "../../client";
import { ConflictError, RefusedError, ValidationError } from "../../core/errors";
import type { Problem, Resource } from "../../core/resource";
import { type Obstacle, together } from "../../core/obstacle";
import { isUnknown, UNKNOWN } from "../../core/unknown";
import type { Context, PageOf } from "../../lifecycle";
import { ownAccount } from "../../lifecycle/guards";
import { newToken } from "../../lifecycle/marking";
import { notOfTheApp, ofDevices } from "../devices/app-attributes";
import { applicationProblems } from "../services/application-types";
import { conformityAfter, leftBy } from "./digest";
import { type Declared, inputs, outputs } from "./fields";
import { judgeOf } from "./judge";
import { look, type Look, type Purpose } from "./look";
import { needsOfFleet } from "./needs";
import { problemsIn } from "./problems";
import { type Fleet, resolved } from "./resolve";
import { ownPart, type Rolled, rollOut } from "./rollout";
import { deviceCalled, devices, nobodyIn, overLimits, toldOf, unsupportedIn } from "./tell";
import { type Standing, standingOf, tagsOfOthers, writing } from "./this-run";

type Inputs = typeof inputs;
type Outputs = typeof outputs;
type Values = Readonly<Record<string, unknown>>;

/** The id is the resource's name in the program as it was at first, and a token; where nobody has told the name, the token. */
const idOf = (name: string | undefined): string => (name === undefined ? newToken() : `${name}-${newToken()}`);

const nameIn = (id: string): string => id.replace(/-[0-9a-f]{12}$/, "");

/** State of a fleet that was written to, but not to its end: no later look finds it so, and the next update goes on. */
const UNFINISHED = "unfinished";

export const fleet: Resource<Context, Inputs, Outputs, unknown, PageOf> = {
  type: "Fleet",
  describe:
    "Many devices of a remote.it account at once: which ones, by a selector, and what each of them is to be, by a template. Every `pulumi up` looks at the devices that match by then and brings them to the template; every preview says which would change. It has no list of its devices in state, so it may have any number.",
  inputs,
  outputs,
  filters: {},
  rules: (declared) => problemsIn(declared),

  rulesInContext: async (context, { selector, template }) => {
    const told = notOfTheApp((template as Declared["template"])?.attributes, ofDevices);
    for (const sentence of told) context().log("warning", `Fleet: template.${sentence}`);
    return applicationProblems(context, { what: "Checking fleet" }, [
      ...placesIn("selector", selector),
      ...placesIn("selector.exclude", (selector as Declared["selector"] | undefined)?.exclude),
      ...["services", "removeServices"].flatMap((list) =>
        servicesIn(`template.${list}`, (template as Values | undefined)?.[list]),
      ),
    ]);
  },

  called: (known, id) => (id === undefined ? describe(known) : `"${nameIn(id)}"`),

  needs: { create: needsOfFleet.device, update: needsOfFleet.device, delete: needsOfFleet.tags },
  propertyNeeds: { "template.tags": needsOfFleet.tags, "template.removeTags": needsOfFleet.tags },

  isLong: true,
  isNamed: true,

  obstacles: async (context, { declared, name = describe(declared) }) => {
    if (declared["selector"] === undefined) return []; // it is wrong, which is said
    if (isUnknown(declared["selector"]) || isUnknown(declared["template"])) {
      context.log("info", `Fleet "${name}": what it would change is not known before the values that it depends on are.`);
      return [];
    }
    const about = { what: "Looking at fleet", subject: `"${name}"` };
    const { fleet, look: found, standing } = await lookedAt(context, name, declared as Declared, "preview", about);
    const pending = found.pending.map((device) => ownPart(device, standing.yields)).filter(({ lacking }) => lacking.length > 0);
    tellOf(context, name, found);
    for (const { label } of standing.unaware) context.log("warning", unawareOf(name, label));
    const against = [...standing.conflicts, ...overLimits(found, pending, fleet.rollout)];
    if (against.length === 0 && pending.length > 0) context.log("info", `Fleet "${name}": ${toldOf(found, pending)}`);
    return against.map(problemOf);
  },

  preview: (_declared, exists) => ({
    outputs: {
      ...(exists && { matched: UNKNOWN, changed: UNKNOWN, failed: UNKNOWN, unsupported: UNKNOWN, conformity: UNKNOWN }),
    } as never,
  }),

  async create(context, declared, name) {
    const id = idOf(name);
    const about = { what: "Creating fleet", subject: name === undefined ? describe(declared) : `"${name}"` };
    return converge(context, { id, name: nameIn(id), declared, before: undefined }, about);
  },

  async read(context, id, state) {
    const { accountId } = state;
    // It is in the account only in what it has done to devices: what no state holds is nowhere.
    if (accountId === undefined) return undefined;
    const about = { what: "Reading fleet", subject: `"${nameIn(id)}"` };
    const found = await look(context, await resolved(context, state as Declared, about), "refresh", about);
    ownAccount(about, found.accountId, accountId);
    const conformity = conformityAfter(state.conformity, found.digest);
    return { id, inputs: state, outputs: { ...(state as never as object), conformity } as never };
  },

  /** No list shows it, and what it is to devices drift judges by these. */
  isUnseen: () => true,

  judge: judgeOf,

  async stale(context, id, state, declared, isOfRefresh) {
    // What the refresh has just found.
    if (isOfRefresh) return leftBy(state["conformity"]) === state["conformity"] ? undefined : "conformity";
    if (isUnknown(declared["selector"]) || isUnknown(declared["template"])) return undefined;
    const about = { what: "Looking at fleet", subject: `"${nameIn(id)}"` };
    const { look: found, standing } = await lookedAt(context, nameIn(id), declared as Declared, "diff", about);
    ownAccount(about, found.accountId, state["accountId"]);
    // One that changes nothing is not asked for obstacles.
    if (standing.conflicts.length > 0) throw new ConflictError({ ...about, ...together(standing.conflicts) });
    const isOverwritten = standing.unaware.some(({ isPending }) => isPending);
    const isAsLeft = state["conformity"] === found.digest;
    return isAsLeft && !isOverwritten ? undefined : "conformity";
  },

  async update(context, id, state, declared) {
    const about = { what: "Updating fleet", subject: `"${nameIn(id)}"` };
    return converge(context, { id, name: nameIn(id), declared, before: state }, about);
  },

  async delete(context, id, state) {
    const { onDestroy, template: { tags = [] } = {}, selector } = state as Declared;
    const name = nameIn(id);
    if (onDestroy !== "removeTags" || tags.length === 0) return;
    const about = { what: "Deleting fleet", subject: `"${name}"` };
    const without = { selector, template: { removeTags: tags } };
    const off = await resolved(context, without, about);
    const found = await look(context, off, "write", about);
    ownAccount(about, found.accountId, state.accountId);
    const isKept = (deviceId: string, tag: string) =>
      tagsOfOthers(context, name, deviceId).some((one) => one.toLowerCase() === tag.toLowerCase());
    const yields: Standing["yields"] = (deviceId, { work }) => work.kind === "removeTag" && isKept(deviceId, work.tag);
    const rolled = await rollOut(context, off, { look: found, yields, label: `Fleet "${name}"` }, about);
    if (rolled.failures.length > 0) throw failureOf(about, found, rolled);
  },

  adoption: { example: "new remoteit.Fleet(…, { selector, template })", inputs: ({ inputs: held }) => held },

  // eslint-disable-next-line @typescript-eslint/require-await -- no account has a list of fleets
  async *list() {
    yield* [];
  },
};

/** How messages call a fleet whose name nobody has told: by its selector. */
function describe({ selector }: Values): string {
  return `of ${JSON.stringify(selector ?? {})}`;
}

function placesIn(path: string, conditions: unknown): [string, unknown][] {
  const { applications } = (conditions ?? {}) as { applications?: unknown };
  return Array.isArray(applications) ? applications.map((one, index) => [`${path}.applications[${index}]`, one]) : [];
}

function servicesIn(path: string, services: unknown): [string, unknown][] {
  if (!Array.isArray(services)) return [];
  return services.map((one, index) => [`${path}[${index}].application`, (one as Values | null)?.["application"]]);
}

const problemOf = ({ property = "", why, remedy }: Obstacle): Problem => ({
  property,
  reason: `${why} ${remedy}`.replace(/\.$/, ""),
});

const unawareOf = (name: string, other: string): string =>
  `Fleet "${name}": it decides where ${other} wants something else, and that one was looked at before it could know: let it depend on this one (dependsOn), or each run of it changes devices that this one changes back.`;

/** What every look tells, beside what would change. */
function tellOf({ log }: Context, name: string, found: Look): void {
  const nobody = nobodyIn(found);
  if (nobody !== undefined) log("warning", `Fleet "${name}": ${nobody}`);
  const unsupported = unsupportedIn(found);
  if (unsupported !== undefined) log("warning", `Fleet "${name}": ${unsupported}`);
}

async function lookedAt(
  context: Context,
  name: string,
  declared: Declared,
  purpose: Purpose,
  about: RequestLabel,
): Promise<{ fleet: Fleet; look: Look; standing: Standing }> {
  const wanted = await resolved(context, declared, about);
  const found = await look(context, wanted, purpose, about);
  const { members, pending } = found;
  return {
    fleet: wanted,
    look: found,
    standing: standingOf(context, name, { fleet: wanted, members, isPending: pending.length > 0 }),
  };
}

interface Converging {
  id: string;
  name: string;
  declared: Declared;
  /** State; undefined before a create. */
  before: Values | undefined;
}

/** Brings the devices that match now to the template. Nothing is written where something stands against it. */
async function converge(context: Context, { id, name, declared, before }: Converging, about: RequestLabel) {
  let seen = await lookedAt(context, name, declared, "write", about);
  ownAccount(about, seen.look.accountId, before?.["accountId"]);
  const early = seen.standing.unaware.flatMap(({ writing: work }) => work ?? []);
  if (early.length > 0) {
    await Promise.all(early);
    seen = await lookedAt(context, name, declared, "write", about);
  }
  const { fleet: wanted, look: found, standing } = seen;
  for (const { label } of standing.unaware) context.log("warning", unawareOf(name, label));
  if (standing.conflicts.length > 0) throw new ConflictError({ ...about, ...together(standing.conflicts) });
  const pending = found.pending.map((device) => ownPart(device, standing.yields)).filter(({ lacking }) => lacking.length > 0);
  const limits = overLimits(found, pending, wanted.rollout);
  if (limits.length > 0) throw overLimit(about, limits);
  tellOf(context, name, found);
  const rolling = { look: found, yields: standing.yields, label: `Fleet "${name}"` };
  const rolled = await writing(context, name, rollOut(context, wanted, rolling, about));
  const isWhole = rolled.failures.length === 0 && rolled.left === 0;
  if (rolled.gone > 0) context.log("info", `Fleet "${name}": ${devices(rolled.gone)} left the account meanwhile.`);
  return {
    id,
    outputs: {
      accountId: found.accountId,
      matched: found.members.size,
      changed: rolled.changed,
      failed: rolled.failures.length,
      unsupported: found.unsupported.length,
      conformity: isWhole ? rolled.digest : UNFINISHED,
    },
    failedProperties: isWhole ? [] : [{ properties: ["template"], error: failureOf(about, found, rolled) }],
    found: { template: declared.template },
  };
}

function overLimit(about: RequestLabel, limits: readonly Obstacle[]): ValidationError {
  const problems = limits.map(({ property = "", why }) => ({ path: property, reason: why }));
  const why = limits.map(({ property = "", why: reason }) => `${property}: ${reason}`).join(" ");
  return new ValidationError({ ...about, why, remedy: limits.map(({ remedy }) => remedy).join(" "), problems });
}

/** Devices that an error names, with why each of them failed. */
const NAMED = 10;

function failureOf(about: RequestLabel, { members }: Look, { failures, changed, left }: Rolled): RefusedError {
  const named = failures
    .slice(0, NAMED)
    .map(({ device, why }) => `\n  ${deviceCalled(device)}: ${why.what}: ${why.why} ${why.remedy}`);
  const more = failures.length > NAMED ? `\n  and ${failures.length - NAMED} more` : "";
  const rest = left > 0 ? ` ${devices(left)} were not changed, since rollout.maxFailures is reached.` : "";
  return new RefusedError({
    ...about,
    why: `${failures.length} of ${devices(members.size)} failed; ${devices(changed)} were changed.${rest}${named.join("")}${more}\n`,
    remedy: "Run `pulumi up` again: it goes on with what is left.",
  });
}
