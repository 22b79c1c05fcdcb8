import type { RequestLabel } from "../../client";
import { ConflictError, NotFoundError, RefusedError } from "../../core/errors";
import type { Obstacle } from "../../core/obstacle";
import { isUnknown } from "../../core/unknown";
import type { Collection, Observed } from "../../inventory";
import type { Context } from "../../lifecycle";
import { called } from "../shared/called";
import { networkCollection, type NetworkRecord, othersNetworks } from "./overview";

/** How networks are read: afresh before a write, from what is known in a preview. */
type Read = <T>(collection: Collection<T>, id: string) => Promise<Observed<T>>;

export const freshIn =
  ({ inventory }: Context, about: RequestLabel): Read =>
  (collection, id) =>
    inventory.of(collection).fresh(id, about);

const nameOf = ({ name, id }: NetworkRecord): string => called(name, id);

/** Why nothing of a network can be changed here: it belongs to somebody else, who lets this account in. */
function whoseItIs(network: NetworkRecord): Obstacle {
  return {
    why: `Network ${nameOf(network)} belongs to ${network.owner?.email ?? "another account"}, who shares it with this account.`,
    remedy:
      "Only its owner's account decides what is in it and whom it lets in: use an access key of that account, or a network of this one.",
  };
}

/** Where something is read by the id of a network that others share with the account. */
export async function namesOthersNetwork(context: Context, id: string, about: RequestLabel): Promise<Error | undefined> {
  const { item } = await freshIn(context, about)(othersNetworks, id);
  return item && new ConflictError({ ...about, ...whoseItIs(item) });
}

const lacksPermission = (network: NetworkRecord): Obstacle => ({
  why: `The access key's user lacks the MANAGE permission on network ${nameOf(network)}.`,
  remedy: "Ask the owner of the network's account for it.",
});

const missing = (id: string, accountId: string): Obstacle => ({
  why: `Account ${accountId} has no network ${id}.`,
  remedy: "Write the id of one of its networks in networkId, or that of a Network resource.",
});

/** The network that a connection or a share is to be part of. @throws the error that says why it cannot be. */
export async function networkFor(
  context: Context,
  id: string,
  about: RequestLabel,
): Promise<{ accountId: string; network: NetworkRecord }> {
  const read = freshIn(context, about);
  const { accountId, item: network } = await read(networkCollection, id);
  if (!network) {
    throw (await namesOthersNetwork(context, id, about)) ?? new NotFoundError({ ...about, ...missing(id, accountId) });
  }
  if (!network.permissions.includes("MANAGE")) throw new RefusedError({ ...about, ...lacksPermission(network) });
  return { accountId, network };
}

/** The same for a preview. @param id - As it is declared. */
export async function networkObstacles(read: Read, id: unknown): Promise<Obstacle[]> {
  if (typeof id !== "string" || isUnknown(id)) return [];
  const [{ accountId, item }, { item: others }] = await Promise.all([read(networkCollection, id), read(othersNetworks, id)]);
  const found = others ? whoseItIs(others) : !item ? missing(id, accountId) : undefined;
  const obstacle = found ?? (item?.permissions.includes("MANAGE") === false ? lacksPermission(item) : undefined);
  return obstacle ? [{ property: "networkId", ...obstacle }] : [];
}
