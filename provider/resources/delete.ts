import type { About, Client } from "../client";
import { GraphqlError, NotFoundError, RestError, UnsupportedOperation } from "../core/errors";
import { refused } from "./answers";

interface Deletion {
  /** Whether GraphQL has the mutation. */
  isOffered: () => Promise<boolean>;
  byGraphql: () => Promise<boolean | null>;
  byRest: () => Promise<unknown>;
  /** Looks for it anew. May throw where it is there and must no longer be deleted. */
  isThere: () => Promise<boolean>;
  /** "The device was not deleted." */
  refusal: string;
}

/**
 * Deletes by GraphQL and, where that has no such mutation or refuses, by REST. No refusal is proof, neither false nor "nothing
 * for that id" (api/README.md, P 2026-08): what is there no longer is deleted, and what is there is not, whatever was said.
 */
export async function deleteEitherWay({ hasRest }: Client, deletion: Deletion, about: About): Promise<void> {
  const { byGraphql, byRest, isThere, refusal } = deletion;
  const isOffered = await deletion.isOffered();
  if (isOffered && (await isDone(byGraphql, isThere))) return;
  if (!(await isThere())) return;
  // Where GraphQL has refused, that is what the user has to know, not that REST is not to be had.
  if (isOffered && !hasRest) throw refused(about, refusal);
  try {
    await byRest();
  } catch (error) {
    if (isOffered && error instanceof UnsupportedOperation) throw refused(about, refusal);
    if (!(error instanceof RestError) || (await isThere())) throw error;
  }
}

async function isDone(byGraphql: Deletion["byGraphql"], isThere: Deletion["isThere"]): Promise<boolean> {
  try {
    return (await byGraphql()) === true;
  } catch (error) {
    const isRefusal = error instanceof GraphqlError || error instanceof NotFoundError;
    if (!isRefusal || (await isThere())) throw error;
    return true;
  }
}
