import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";

/** What one has to know of a thing to tell whether two values of it mean the same; empty where nothing is known. */
export type Hints = Readonly<Record<string, unknown>>;

/** What check, diff, state and the generated pages need to know of a field beyond its shape. Every mark is off by default. */
export interface Marks {
  /** Another value makes another thing: the resource is replaced. */
  replaces?: true;
  /** Encrypted in state and hidden in output. */
  secret?: true;
  /** Says how the thing comes to be. Counts at creation only and is kept out of the outputs. */
  origin?: true;
  /** Names the thing itself: once it exists, only a value other than its id replaces it. */
  identity?: true;
  /** Steers the provider and exists nowhere in the account, so it is never read back. */
  local?: true;
  /**
   * Sent, and never told by the account again, as a password: state keeps what the program has set, a change of the program is written,
   * and nothing that the account shows is ever a difference.
   */
  writeOnly?: true;
  /** Whether two values mean the same, the second one being the account's where there is one. Default: deep equality. */
  same?: (one: unknown, other: unknown, hints: Hints) => boolean;
  /**
   * What a plan names of a value: the elements of a set; the leaves of a map at every depth, of which those that leave the program
   * are removed; or the keys of a map, of which those that leave it are let go of, and null is a value. Default: the value as a
   * whole.
   */
  parts?: "elements" | "leaves" | "keys";
  /** Of the live value, the part that the declared value manages. Default: all of it. */
  managed?: (declared: unknown, live: unknown) => unknown;
  /**
   * The property that says the same in another way, of which a program declares one. Where the account holds nothing of the declared
   * one, drift tells what it holds of the other.
   */
  alternative?: string;
  /** Its values are names of things of this kind. Who declares such a name knows of the thing, so that drift does not report it. */
  names?: string;
  /** Its value is the id of a thing of this kind, so that a program refers to the resource of that thing where it has one. */
  idOf?: string;
  /**
   * What may be told of a value that no program has declared, where the rest of it may let in whoever knows it. Default: all of it.
   */
  told?: (value: unknown) => unknown;
  /**
   * Whether another hand's change of it may let in more than the program declares, so that drift tells it first: always, never, or as
   * these two values say. Default: as `grantsAccess` of its kind.
   */
  grantsAccess?: boolean | ((declared: unknown, held: unknown, hints: Hints) => boolean);
  /** The TypeScript type to show, where the schema's own says less. */
  typescript?: string;
}

export interface Field<S extends z.ZodType = z.ZodType> {
  schema: S;
  /** Markdown, one or more sentences. Becomes the hover text and the reference page. */
  describe: string;
  marks: Marks;
}

export type Fields = Record<string, Field>;

/** The values of the fields, as check returns them. */
export type Values<F extends Fields> = z.output<z.ZodObject<{ [K in keyof F]: F[K]["schema"] }>>;

export function field<S extends z.ZodType>(schema: S, describe: string, marks: Marks = {}): Field<S> {
  return { schema, describe, marks };
}

/** The properties of a shape as fields, each with its own description. */
export function fieldsOf<S extends Record<string, z.ZodType>>(object: { shape: S }): { [K in keyof S]: Field<S[K]> } {
  const entries = Object.entries(object.shape).map(([name, schema]) => [name, field(schema, schema.description ?? "")]);
  return Object.fromEntries(entries) as { [K in keyof S]: Field<S[K]> };
}

export function sameValue({ marks: { same } }: Field, one: unknown, other: unknown, hints: Hints = {}): boolean {
  return same ? same(one, other, hints) : isDeepStrictEqual(one, other);
}

/** Whether a value of this field belongs into the outputs: all but what counts at creation alone. */
export function isKept(field: Field): boolean {
  return field.marks.origin === undefined;
}
