import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";

/** The text of one operation with the types of its answer and its variables, as graphql-codegen makes them. */
export type TypedDocument<R, V> = DocumentTypeDecoration<R, V> & { toString: () => string };

/** What can be read again as a whole: a collection of the inventory. */
interface Named {
  name: string;
}

/**
 * What a change makes of one thing, where that is known in full: then an earlier reading of it is corrected, not dropped. It shows
 * nowhere else.
 */
export interface Effect {
  id: string;
  apply: (item: unknown) => unknown;
}

interface DeclaredEffect<R, V, T> {
  id: (variables: V) => string;
  apply: (item: T, answer: R, variables: V) => T;
}

/** The things that a change with these variables writes to. */
type Written<V> = (variables: V) => string | readonly string[];

interface Options<R, V, T> {
  /** Of a change of which variables and answer tell all that it has made of the one thing that they name. */
  effect?: DeclaredEffect<R, V, T>;
  /**
   * Only of a setter: what it does once it may do twice without harm, and it makes and deletes nothing that is more than its name.
   * Then it may share a request with others. Names the things that it writes to, so that changes to the same one keep their order.
   */
  mergeable?: Written<V>;
}

/** A document that changes the account, and what is known of the change beside the ids that its variables name. */
export interface Mutation<R, V> extends DocumentTypeDecoration<R, V> {
  toString: () => string;
  /** The collections of which it may change more than its variables name. */
  invalidates: readonly string[];
  effect?: ((variables: V, answer: R) => Effect) | undefined;
  /** Undefined where it always goes out in a request of its own. */
  mergeable?: Written<V> | undefined;
}

/**
 * Declares a change. The things whose ids stand in its variables are read again in any case; `invalidates` names what changes
 * besides: of the tags and of the devices which bear them, say, where a tag is deleted by its name.
 */
export function defineMutation<R, V, T = never>(
  document: TypedDocument<R, V>,
  invalidates: readonly Named[],
  { effect, mergeable }: Options<R, V, T> = {},
): Mutation<R, V> {
  return {
    toString: () => document.toString(),
    invalidates: invalidates.map(({ name }) => name),
    effect:
      effect &&
      ((variables, answer) => ({
        id: effect.id(variables),
        apply: (item) => effect.apply(item as T, answer, variables),
      })),
    mergeable,
  };
}

/** The change that a document declares; undefined of one that no `defineMutation` has made. */
export function declaredBy<R, V>(document: TypedDocument<R, V>): Mutation<R, V> | undefined {
  const declared = document as Partial<Mutation<R, V>>; // a text has no properties of its own
  return declared.invalidates ? (declared as Mutation<R, V>) : undefined;
}
