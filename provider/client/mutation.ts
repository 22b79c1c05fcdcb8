import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";

/** The text of one operation with the types of its answer and its variables, as graphql-codegen makes them. */
export type TypedDocument<R, V> = DocumentTypeDecoration<R, V> & { toString: () => string };

/** What can be read again as a whole: a collection of the inventory. */
interface Named {
  name: string;
}

/** A document that changes the account, and the collections of which it may change more than its variables name. */
export interface Mutation<R, V> extends DocumentTypeDecoration<R, V> {
  toString: () => string;
  invalidates: readonly string[];
}

/**
 * Declares a change. The things whose ids stand in its variables are read again in any case; `invalidates` names what changes
 * besides: of the tags and of the devices which bear them, say, where a tag is deleted by its name.
 */
export function defineMutation<R, V>(document: TypedDocument<R, V>, invalidates: readonly Named[]): Mutation<R, V> {
  return mutationOf(
    document.toString(),
    invalidates.map(({ name }) => name),
  );
}

/** @internal The same change in other words. */
export function mutationOf<R, V>(text: string, invalidates: readonly string[]): Mutation<R, V> {
  return { toString: () => text, invalidates };
}

/** Undefined of a document that no `defineMutation` has declared. */
export const invalidatedBy = (document: TypedDocument<never, never> | object): readonly string[] | undefined =>
  (document as Partial<Mutation<never, never>>).invalidates;
