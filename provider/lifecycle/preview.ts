import { operate } from "../client";
import { RateLimitError, RemoteitError, TransientError } from "../core/errors";
import type { Fields } from "../core/field";
import type { Planning, Problem } from "../core/resource";
import type { Context } from "./context";
import type { Kind } from "./kind";
import { asKnown } from "./look";
import { perClient } from "./per-client";

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
  if (obstacles === "none" || unreachable(context).isSo) return [];
  const subject = called(planning.declared, undefined);
  const about = { what: `${planning.exists ? "Updating" : "Creating"} ${type.toLowerCase()}`, subject };
  try {
    const found = await operate(() => obstacles({ context, reading: asKnown(context), about }, planning), { seconds: LONGEST });
    return found.map(({ property = "", why, remedy }) => ({ property, reason: `${why} ${remedy}`.trim().replace(/\.$/, "") }));
  } catch (error) {
    if (!(error instanceof RemoteitError)) throw error;
    if (!(error instanceof TransientError || error instanceof RateLimitError)) return [{ property: "", reason: error.message }];
    unreachable(context).isSo = true;
    context.log("warning", `This preview could not ask the account what stands against it. ${error.message}`);
    return [];
  }
}

/** Whether its create brings a thing into the account whose id nobody knows before. One that it adopts is there. */
function mayBring<T>({ inputs }: Kind<Fields, Fields, T, never>, { declared }: Planning): boolean {
  return !Object.entries(inputs).some(([name, { marks }]) => marks.identity && declared[name] !== undefined);
}
