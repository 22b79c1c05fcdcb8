import { checkedBeforeChanges } from "../client";
import type { Fields } from "../core/field";
import type { Outcome } from "../core/resource";
import { markName } from "../inventory";
import { heldOf, intentsToAdopt, planOf } from "./apply";
import type { Context } from "./context";
import type { Created, Kind, SubjectLabel } from "./kind";
import { lookAt } from "./look";
import { mark, newToken } from "./marking";
import { explained, type Intent, mustBeAllowed, needsOf } from "./needs";
import { isMarked } from "./origin";
import { MADE } from "./ownership";
import { noteWant } from "./note-want";
import { applyAndSettle } from "./settled";
import { spoken } from "../core/spoken";

type Values = Readonly<Record<string, unknown>>;

/** Makes the thing, or takes what the declaration names, and sets what is declared. */
export async function createThing<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  declared: Values,
): Promise<Outcome<Fields>> {
  const { type, called } = kind;
  const about = { what: `Creating ${spoken(type)}`, subject: called(declared, undefined) };
  noteWant(kind, context.ownership, undefined, declared);
  const created = await context.ownership.noteFailure(type, obtain(context, kind, declared, about));
  const named = { what: about.what, subject: called(declared, created.id) };
  const token = isMarked(created.origin) ? newToken() : undefined;
  context.ownership.owns({ type, id: created.id }, token ?? MADE);
  if (token !== undefined) {
    if (created.item !== undefined) tellOfSharing(context, kind, created.item, named);
    await mark(context, kind, created.id, token, "adopted", named);
  }
  const { failedProperties, found, facts } = await setDeclared(context, kind, created, declared, named);
  return { id: created.id, outputs: { ...outputsOf(kind, created, token), ...facts }, failedProperties, found };
}

/** Nothing is sent where the thing is to be made, or what was there is to be changed, and the key's user may not. */
async function obtain<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  declared: Values,
  about: SubjectLabel,
): Promise<Created<T, Fields>> {
  const making: Intent = { needed: needsOf(kind).create, doing: "create", declared };
  const check = () => mustBeAllowed(context, [making, ...settingOf(kind, declared)], about);
  const created = await checkedBeforeChanges(check, () => kind.create(context, declared, about)).catch(async (error: unknown) => {
    throw await explained(context, [making], about, error);
  });
  const { item, accountId } = created;
  if (item !== undefined && isMarked(created.origin))
    await mustBeAllowed(context, intentsToAdopt(kind, { item, accountId, declared }), about);
  return created;
}

/** What is surely set once the thing is made: with what is empty nothing is done. */
export function settingOf<T>(kind: Kind<Fields, Fields, T, never>, declared: Values): Intent[] {
  const isGiven = (value: unknown) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  return kind.setters
    .filter(({ properties }) => properties.some((name) => isGiven(declared[name])))
    .map(({ needs = needsOf(kind).update }) => ({ needed: needs, doing: "update", declared }));
}

/** Where a kind looks for what the declaration names, it tells itself of what it adopts. */
function tellOfSharing<T>(
  { log }: Context,
  { type, marking }: Kind<Fields, Fields, T, never>,
  item: T,
  { subject }: SubjectLabel,
): void {
  const marks = [...marking.of(item).keys()].map(markName);
  if (marks.length === 0) return;
  log(
    "warning",
    `${type} ${subject}: it bears the mark of another resource (${marks.join(", ")}), which manages it as well unless this one takes its place. No delete of one takes it from the other.`,
  );
}

async function setDeclared<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  { id, accountId, item }: Created<T, Fields>,
  declared: Values,
  about: SubjectLabel,
) {
  if (item === undefined) return { failedProperties: [], found: {}, facts: {} };
  const live = kind.live(item, accountId);
  const plan = planOf(kind, heldOf(kind, declared, live), declared);
  const look = lookAt(context, kind, { id, state: declared, declared }, about);
  return applyAndSettle(context, kind, declared, { seen: { item, accountId, declared }, live, plan, look, about });
}

function outputsOf<T>(
  kind: Kind<Fields, Fields, T, never>,
  { item, accountId, origin, outputs }: Created<T, Fields>,
  token: string | undefined,
): Outcome<Fields>["outputs"] {
  const facts = item === undefined ? { accountId } : kind.live(item, accountId).outputs;
  return { ...facts, ...outputs, origin, ...(token !== undefined && { mark: token }) };
}
