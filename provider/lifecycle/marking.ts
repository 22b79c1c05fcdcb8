import { randomBytes } from "node:crypto";
import { type MarkedAs, markName } from "../inventory";
import type { Context } from "./context";
import type { Kind, SubjectLabel } from "./kind";
import type { Fields } from "../core/field";
import { spoken } from "../core/spoken";

type Markable<T> = Pick<Kind<Fields, Fields, T, never>, "marking" | "type">;

export const newToken = (): string => randomBytes(6).toString("hex");

/**
 * Leaves a mark. Where the thing's attributes cannot be written the resource goes on without it: then no delete of another stack
 * can know of it, and that is said.
 */
export async function mark<T>(
  context: Context,
  { marking, type }: Markable<T>,
  id: string,
  token: string,
  as: MarkedAs,
  about: SubjectLabel,
): Promise<void> {
  try {
    await marking.set(context, id, token, as, { ...about, what: `Marking ${spoken(type)}` });
  } catch (error) {
    context.log(
      "warning",
      `${type} ${about.subject}: no mark could be left among its attributes, so another stack that manages it as well would not know of this one when it deletes it. ${(error as Error).message}`,
    );
  }
}

/** Takes the own mark away. One that cannot be taken away does no harm but to deletes of others, which then leave the thing. */
export async function unmark<T>(
  context: Context,
  { marking, type }: Markable<T>,
  id: string,
  token: string,
  about: SubjectLabel,
): Promise<void> {
  try {
    await marking.set(context, id, token, null, { ...about, what: `Taking the mark off ${spoken(type)}` });
  } catch (error) {
    context.log(
      "warning",
      `${type} ${about.subject}: the mark that this resource left could not be taken away: deletes of other stacks will leave the thing in the account until the attribute ${markName(token)} is removed. ${(error as Error).message}`,
    );
  }
}
