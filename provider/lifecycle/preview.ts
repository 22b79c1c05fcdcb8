import { operate } from "../client";
import { ConflictError, RateLimitError, RemoteitError, TransientError } from "../core/errors";
import type { Fields } from "../core/field";
import type { Planning, Problem } from "../core/resource";
import type { Context } from "./context";
import type { Kind } from "./kind";
import { asKnown } from "./look";
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
  if (obstacles === "none" || unreachable(context).isSo) return conflicts;
  const subject = called(planning.declared, undefined);
  const about = { what: `${planning.exists ? "Updating" : "Creating"} ${spoken(type)}`, subject };
  try {
    const found = await operate(() => obstacles({ context, reading: asKnown(context), about }, planning), { seconds: LONGEST });
    const problems = found.map(({ property = "", why, remedy }) => ({
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
function mayBring<T>({ inputs }: Kind<Fields, Fields, T, never>, { declared }: Planning): boolean {
  return !Object.entries(inputs).some(([name, { marks }]) => marks.identity && declared[name] !== undefined);
}
