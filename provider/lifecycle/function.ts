import { type Checked, checkFurther, refusal } from "../core/check";
import type { Fields, Values } from "../core/field";
import type { Problem } from "../core/resource";
import type { Context } from "./context";

/** Something that a program reads from the account. Its one declaration gives types, checking, the schema and the reference page. */
export interface Reading<A extends Fields = Fields, R extends Fields = Fields> {
  /** Name of the function in Pulumi: `getDevice`. */
  name: string;
  /** Markdown. */
  describe: string;
  args: A;
  result: R;
  /** What the sdk calls the type of the whole result. */
  resultType?: string;
  /** Rules that need the account, over the arguments in which nothing was found wrong without it. */
  rulesInContext?: (context: Context, args: Readonly<Record<string, unknown>>) => Promise<Problem[]>;
  run: (context: Context, args: Values<A>) => Promise<Values<R>>;
}

export function defineFunction<const A extends Fields, const R extends Fields>(reading: Reading<A, R>): Reading<A, R> {
  return reading;
}

/** The arguments as `run` takes them, or all that is wrong with them. */
export function checkArguments(
  { name, args, rulesInContext }: Reading,
  context: Context,
  given: Record<string, unknown>,
): Promise<Checked> {
  return checkFurther(
    { type: name, inputs: args },
    given,
    false,
    async (sound) => (await rulesInContext?.(context, sound)) ?? [],
  );
}

/** The arguments as `run` takes them. @throws ValidationError with everything that is wrong. */
export async function checked<A extends Fields, R extends Fields>(
  reading: Reading<A, R>,
  context: Context,
  given: object,
): Promise<Values<A>> {
  const { inputs, problems } = await checkArguments(reading as unknown as Reading, context, { ...given });
  if (problems.length > 0) throw refusal({ what: `Calling ${reading.name}` }, "arguments", problems);
  return inputs as Values<A>;
}

/** Runs a function with arguments that are not checked yet. @throws ValidationError with everything that is wrong. */
export async function call<A extends Fields, R extends Fields>(
  reading: Reading<A, R>,
  context: Context,
  given: object,
): Promise<Values<R>> {
  return reading.run(context, await checked(reading, context, given));
}
