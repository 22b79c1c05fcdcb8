import type { RequestLabel } from "../../client";
import { RefusedError } from "../../core/errors";
import type { Context } from "../../lifecycle";
import { accepted } from "../shared/answers";
import { networkCalls } from "./calls";
import type { ConnectionRecord } from "./overview";

/** An empty text and 0 stand for none. */
interface Facts {
  name: string;
  port: number;
}

export const factsOf = ({ name, port }: Pick<ConnectionRecord, "name" | "port">): Facts => ({
  name: name ?? "",
  port: port ?? 0,
});

/**
 * Sets name and port of a connection. Both are sent, since remote.it may clear what is left out. What clears one is unknown: null or
 * an empty value, so the connection tells whether it was.
 */
export async function setConnection(
  { client }: Context,
  { network, service, ...before }: ConnectionRecord,
  changes: Partial<Facts>,
  look: () => Promise<ConnectionRecord>,
  about: RequestLabel,
): Promise<void> {
  const held = factsOf(before);
  const wanted = { ...held, ...changes };
  const set = async (name: string | null, port: number | null) => {
    const answer = await networkCalls(client, about).setConnection(network.id, service.id, { name, port });
    accepted(answer, about, "Name and port of the connection were not set.");
  };
  await set(wanted.name || null, wanted.port || null);
  const cleared = (["name", "port"] as const).filter((fact) => held[fact] && !wanted[fact]);
  const left = async () => {
    const now = factsOf(await look());
    return cleared.filter((fact) => now[fact]);
  };
  if (cleared.length === 0 || (await left()).length === 0) return;
  await set(wanted.name, wanted.port);
  const still = await left();
  if (still.length === 0) return;
  throw new RefusedError({
    ...about,
    why: `remote.it accepted it, and the connection still has its ${still.join(" and ")}.`,
    remedy: "Replace the connection, which makes it anew without: `pulumi up --replace` with its URN.",
  });
}
