import { operate } from "../client";
import { ConflictError, RateLimitError, RemoteitError, TransientError } from "../core/errors";
import type { Fields } from "../core/field";
import type { Obstacle } from "../core/obstacle";
import type { Planning, Problem } from "../core/resource";
import { isUnknown } from "../core/unknown";
import type { Context } from "./context";
import { intentsToAdopt } from "./apply";
import { settingOf } from "./create";
import type { Kind, Looking } from "./kind";
import { asKnown } from "./look";
import { type Intent, lackingIn, needsOf } from "./needs";
import { isMarked, type Origin } from "./origin";
import { noteWant } from "./note-want";
import { perClient } from "./per-client";
import { spoken } from "../core/spoken";

/** Accounts that could not be asked in this run: no further preview waits for them. */
const unreachable = perClient(() => ({ isSo: false }));

/** A preview does not wait longer for an account, in seconds. */
const LONGEST = 30;

/**
 * What stands against a planned create or update, of what the account shows. It reads alone, and together with all others of the
 * run. What a preview cannot ask is no error: the run itself will find it.
 */
export async function obstaclesTo<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  planning: Planning,
): Promise<Problem[]> {
  const { type, called, obstacles } = kind;
  if (!planning.exists && mayBring(kind, planning)) context.ownership.expects(type);
  const conflicts = conflictsOf(context, kind, planning);
  if (unreachable(context).isSo) return conflicts;
  const subject = called(planning.declared, undefined);
  const about = { what: `${planning.exists ? "Updating" : "Creating"} ${spoken(type)}`, subject };
  try {
    const looking: Looking = { context, reading: asKnown(context), about };
    const all = () =>
      Promise.all([obstacles === "none" ? [] : obstacles(looking, planning), lackingBefore(kind, looking, planning)]);
    const found = await operate(all, { seconds: LONGEST });
    const problems = found.flat().map(({ property = "", why, remedy }) => ({
      property,
      reason: `${why} ${remedy}`.trim().replace(/\.$/, ""),
    }));
    return [...conflicts, ...problems];
  } catch (error) {
    if (!(error instanceof RemoteitError)) throw error;
    if (!(error instanceof TransientError || error instanceof RateLimitError))
      return [...conflicts, { property: "", reason: error.message }];
    unreachable(context).isSo = true;
    context.log("warning", `This preview could not ask the account what stands against it. ${error.message}`);
    return conflicts;
  }
}

/**
 * What the plan needs and is surely not given. What is there already, as declared, needs nothing; and of what comes by itself, nobody
 * knows what it brings.
 */
async function lackingBefore<T>(kind: Kind<Fields, Fields, T, never>, looking: Looking, planning: Planning): Promise<Obstacle[]> {
  const { context, about } = looking;
  const known = Object.entries(planning.declared).filter(([, value]) => !isUnknown(value));
  const declared = Object.fromEntries(known);
  const changed = Object.fromEntries(known.filter(([name]) => planning.changed.has(name)));
  const setting = settingOf(kind, changed).map((intent) => ({ ...intent, declared }));
  if (planning.exists) return lackingIn(context, setting, about);
  const { origin } = (kind.preview?.(planning.declared, false).outputs ?? {}) as { origin?: Origin };
  const isFound = origin !== undefined && isMarked(origin);
  const making: Intent[] = isFound ? [] : [{ needed: needsOf(kind).create, doing: "create", declared }];
  const isNamed = kind.there !== undefined && !mayBring(kind, { declared });
  const lacking = isNamed ? [] : await lackingIn(context, [...making, ...setting], about);
  if (!isNamed && lacking.length === 0) return [];
  const there = await kind.there?.(looking, declared);
  if (there?.item === undefined) return isFound ? [] : lacking;
  return lackingIn(context, intentsToAdopt(kind, { item: there.item, accountId: there.accountId, declared }), about);
}

/** What another resource of the run wants otherwise. Of one that is there its diff says so. */
function conflictsOf<T>({ ownership }: Context, kind: Kind<Fields, Fields, T, never>, { declared, exists }: Planning): Problem[] {
  if (exists) return [];
  try {
    noteWant(kind, ownership, undefined, declared);
    return [];
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return [{ property: "", reason: `${error.why} ${error.remedy}`.replace(/\.$/, "") }];
  }
}

/** Whether its create brings a thing into the account whose id nobody knows before. One that it adopts is there. */
function mayBring<T>({ inputs }: Kind<Fields, Fields, T, never>, { declared }: Pick<Planning, "declared">): boolean {
  return !Object.entries(inputs).some(([name, { marks }]) => marks.identity && declared[name] !== undefined);
}
