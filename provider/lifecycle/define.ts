import type { Fields } from "../core/field";
import type { ByIds, Live, Planning, Resource } from "../core/resource";
import type { Context } from "./context";
import { createThing } from "./create";
import { deleteThing } from "./delete";
import { deleteOnDestroy, mark, origin } from "./fields";
import type { Kind, PageOf } from "./kind";
import { isMarked, type Origin } from "./origin";
import { needsOf, propertyNeedsOf } from "./needs";
import { obstaclesTo } from "./preview";
import { readThing } from "./read";
import { updateThing } from "./update";
import { spokenOfMany } from "../core/spoken";

/** What every resource has besides its own. */
const common = { inputs: { deleteOnDestroy }, outputs: { origin, mark } };
type Common = typeof common;

/** A resource that surely makes its thing leaves no mark. */
function previewed(
  { preview }: Pick<Kind<Fields, Fields, never, never>, "preview">,
  declared: Readonly<Record<string, unknown>>,
  exists: boolean,
) {
  const known = preview?.(declared, exists) ?? { outputs: {} };
  const { origin: how } = known.outputs as { origin?: Origin };
  return how !== undefined && !isMarked(how) ? { ...known, outputs: { ...known.outputs, mark: undefined } } : known;
}

/** The rules of the kind, and that nothing is to be deleted which stays in any case. */
function rulesOf({ stays, rules }: Pick<Kind<Fields, Fields, never, never>, "rules" | "stays">): typeof rules {
  if (stays === undefined) return rules;
  const reason = `is not for this resource: ${stays}`;
  return (declared, exists) => [
    ...(rules?.(declared, exists) ?? []),
    ...(declared["deleteOnDestroy"] === true ? [{ property: "deleteOnDestroy", reason }] : []),
  ];
}

/** All of a kind that the account gives as one list. */
async function* listThings<T>(
  { inventory }: Context,
  { type, collection, live }: Kind<Fields, Fields, T, never>,
): AsyncGenerator<Live<Fields, Fields>, void, undefined> {
  if (!collection || !("list" in collection))
    throw new TypeError(`${type} stands in no list, so it has to say how it is listed.`);
  const { accountId, items } = await inventory.list(collection, { what: `Listing ${spokenOfMany(type)}` });
  for (const item of items) yield live(item, accountId);
}

/** Those of the ids that are there. */
async function readThings<T>(
  { inventory }: Context,
  { type, collection, live }: Kind<Fields, Fields, T, never>,
  ids: string[],
): Promise<ByIds<Fields, Fields>> {
  if (!collection) throw new TypeError(`${type} has no collection, so it has to say how it is read by ids.`);
  const { accountId, items, failed } = await inventory.of(collection).together(ids, { what: `Reading ${spokenOfMany(type)}` });
  return { found: items.map((item) => live(item, accountId)), failed };
}

/**
 * Declares a resource. From what is particular to its kind come its types, check, diff, state, class and reference page; and,
 * by the rules of the lifecycle, its create, read, update and delete.
 *
 * @throws TypeError where a property could be declared and never set: a mistake in the declaration of the kind.
 */
export function defineResource<const I extends Fields, const O extends Fields, T, F>(
  kind: Kind<I, O, T, F>,
): Resource<Context, I & Common["inputs"], O & Common["outputs"], F, PageOf> {
  for (const [name, { marks }] of Object.entries(kind.inputs)) {
    const isFixed = marks.origin ?? marks.identity ?? marks.local ?? marks.replaces ?? false;
    const setters = kind.setters.filter(({ properties }) => properties.includes(name)).length;
    if (setters !== (isFixed ? 0 : 1)) throw new TypeError(`${kind.type}.${name} has ${setters} setters.`);
  }
  // The operations work on values of any kind; what the kind knows of its own stays typed where it is declared.
  const any = kind as unknown as Kind<Fields, Fields, T, never>;
  return {
    filters: {},
    list: (context: Context) => listThings(context, any),
    ...(kind.inPage && { byIds: (context: Context, ids: string[]) => readThings(context, any, ids) }),
    ...kind,
    rules: rulesOf(any),
    inputs: { ...kind.inputs, ...common.inputs },
    outputs: { ...kind.outputs, ...common.outputs },
    isRepeatable: kind.isRepeatable ?? false,
    needs: needsOf(any),
    propertyNeeds: propertyNeedsOf(any),
    obstacles: (context: Context, planning: Planning) => obstaclesTo(context, any, planning),
    preview: (declared: Readonly<Record<string, unknown>>, exists: boolean) => previewed(any, declared, exists),
    create: (context: Context, declared: object) => createThing(context, any, { ...declared }),
    read: (context: Context, id: string, state: object) => readThing(context, any, id, { ...state }),
    update: (context: Context, id: string, state: object, declared: object, ignored?: readonly string[]) =>
      updateThing(context, any, id, { ...state }, { ...declared }, ignored),
    delete: (context: Context, id: string, state: object) => deleteThing(context, any, id, { ...state }),
  } as unknown as Resource<Context, I & Common["inputs"], O & Common["outputs"], F, PageOf>;
}
