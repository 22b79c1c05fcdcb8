import { z } from "zod";
import { NotFoundError, RefusedError } from "../core/errors";
import { type Field, field, type Fields, type Values } from "../core/field";
import type { Live, Resource } from "../core/resource";
import { spoken, spokenOfMany } from "../core/spoken";
import type { Context } from "./context";
import { mark, origin } from "./fields";
import { defineFunction, type Reading } from "./function";

/** What the functions of a kind need of it. */
type Readable<I extends Fields, O extends Fields> = Pick<
  Resource<Context, I, O>,
  "called" | "filters" | "inputs" | "kept" | "outputs" | "type"
> & {
  read: (context: Context, id: string, state: Record<string, never>) => Promise<Live<I, O> | undefined>;
  list: (context: Context, filter: never) => AsyncIterable<Live<I, O>>;
};

type Id = Record<"id", Field<z.ZodString>>;

/** Its id, what a program may declare of it, and its facts. Of those the functions tell what a reading gives. */
type Told<I extends Fields, O extends Fields> = Id & I & O;

interface Naming<A extends Fields> {
  args: A;
  /** The id of what they name in this account. */
  id: (args: Values<A>, accountId: string) => string;
}

/**
 * The function that reads one thing of a kind, as `getTag` does.
 *
 * @param naming - What names the thing in a program, where that is not its id.
 */
export function defineGet<I extends Fields, O extends Fields, const A extends Fields = Id>(
  resource: Readable<I, O>,
  naming?: Naming<A>,
): Reading<A, Told<I, O>> {
  const { type, called } = resource;
  const facts = factsOf(resource);
  const args = (naming?.args ?? { id: field(z.string(), `Id of the ${spoken(type)}.`) }) as A;
  return defineFunction({
    name: `get${type}`,
    describe: `Reads one ${spoken(type)}. Fails where the account has none${naming ? "" : " of this id"}.`,
    args,
    result: facts,
    resultType: `${type}Info`,
    async run(context, given) {
      const { id: accountId } = await context.client.account();
      const id = naming ? naming.id(given, accountId) : (given as Values<Id>).id;
      const live = await resource.read(context, id, {});
      const about = { what: `Reading ${spoken(type)}`, subject: called(given, id) };
      if (!live) {
        const remedy = "Check what the function is given, and that the access key speaks for the right account.";
        throw new NotFoundError({ ...about, why: `Account ${accountId} has no such ${spoken(type)}.`, remedy });
      }
      if (live.isHidden) {
        const why = "The access key's user may not view it, so what it holds is unknown.";
        throw new RefusedError({ ...about, why, remedy: "Ask its owner for the permission VIEW." });
      }
      return present(Object.keys(facts), live);
    },
  }) as never;
}

/**
 * The function that reads all things of a kind, as `getTags` does, by the filters of the kind's `list`. What is secret of one is
 * told by the function that reads it alone.
 *
 * @param plural - What a program calls them: `networkConnections`. The function is named after it.
 */
export function defineList<I extends Fields, O extends Fields, const P extends string>(
  resource: Readable<I, O>,
  plural: P,
): Reading<Fields, Record<P, Field<z.ZodType<Values<Told<I, O>>[]>>>> {
  const { type, filters } = resource;
  const facts = Object.entries(factsOf(resource));
  const shown = facts.filter(([, { marks }]) => !marks.secret);
  const info = z.object(Object.fromEntries(shown.map(([name, { schema, describe }]) => [name, schema.describe(describe)]))).meta({
    title: shown.length < facts.length ? `Listed${type}` : `${type}Info`,
    description: `What the account holds now of one ${spoken(type)}.`,
  });
  return defineFunction({
    name: `get${plural.charAt(0).toUpperCase()}${plural.slice(1)}`,
    describe: `Reads every ${spoken(type)} of the account${Object.keys(filters).length > 0 ? " that matches. Without a filter: all" : ""}.`,
    args: filters,
    result: { [plural]: field(z.array(info), `The ${spokenOfMany(type)}.`) },
    async run(context, filter) {
      const items: Record<string, unknown>[] = [];
      for await (const live of resource.list(context, filter as never)) {
        if (!live.isHidden)
          items.push(
            present(
              shown.map(([name]) => name),
              live,
            ),
          );
      }
      return { [plural]: items };
    },
  }) as never;
}

/** What a reading gives. What may let in whoever knows it is a secret, since no program says that it is none. */
function factsOf({ type, inputs, outputs, kept = [] }: Readable<Fields, Fields>): Fields {
  const isRead = ([name, one]: [string, Field]) =>
    !one.marks.local && !one.marks.origin && !one.marks.writeOnly && !kept.includes(name) && one !== origin && one !== mark;
  const facts = Object.entries({ ...inputs, ...outputs }).filter(isRead);
  return {
    id: field(z.string(), `Id of the ${spoken(type)}.`),
    ...Object.fromEntries(
      facts.map(([name, { schema, describe, marks }]) => [
        name,
        field(withoutDefault(schema), describe, marks.secret || marks.told ? { secret: true } : {}),
      ]),
    ),
  };
}

/** What is read is there: a default is for who declares it. */
const withoutDefault = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : schema;

/** Those of the names that the thing has a value for. */
function present(names: readonly string[], { id, inputs, outputs }: Live<Fields, Fields>): Record<string, unknown> {
  const values: Record<string, unknown> = { ...inputs, ...outputs, id };
  return Object.fromEntries(
    names.flatMap((name) => (values[name] === undefined || values[name] === null ? [] : [[name, values[name]]])),
  );
}
