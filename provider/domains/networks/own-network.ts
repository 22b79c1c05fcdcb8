import type { RequestLabel } from "../../client";
import { ConflictError, NotFoundError } from "../../core/errors";
import type { Need } from "../../core/need";
import type { Obstacle } from "../../core/obstacle";
import { isUnknown } from "../../core/unknown";
import type { Collection, Observed } from "../../inventory";
import { type Context, lackingOn, type Looking, mustBeAllowedOn } from "../../lifecycle";
import { called } from "../shared/called";
import { networkCollection, type NetworkRecord, othersNetworks } from "./overview";

/** What any change of a network, and of what is in it, needs (api/README.md, A). */
export const networkNeed = { permission: "MANAGE", on: "network" } as const satisfies Need;

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

/**
 * Where something in a network is read by an id that names none.
 *
 * @param form - What such an id looks like.
 */
export const namesNoPart =
  (parse: (id: string) => { networkId: string } | undefined, form: string) =>
  async (context: Context, id: string, about: RequestLabel): Promise<Error | undefined> => {
    const parts = parse(id);
    if (parts) return namesOthersNetwork(context, parts.networkId, about);
    return new NotFoundError({ ...about, why: `"${id}" has not the form of such an id.`, remedy: `Write it as ${form}.` });
  };

const missing = (id: string, accountId: string): Obstacle => ({
  why: `Account ${accountId} has no network ${id}.`,
  remedy: "Write the id of one of its networks in networkId, or that of a Network resource.",
});

/** What is to be in a network: a connection or a share. */
interface Part<T> {
  networkId: string;
  collection: Collection<T>;
  /** Its own. */
  id: string;
}

/**
 * The network that something is to be put in, and the thing itself where it is there already.
 *
 * @throws the error that says why nothing can be put in: of what is there, nothing but that the network is not the account's own.
 */
export async function inNetwork<T>(
  context: Context,
  { networkId, collection, id }: Part<T>,
  about: RequestLabel,
): Promise<{ accountId: string; network: NetworkRecord; there: T | undefined }> {
  const read = freshIn(context, about);
  const [{ accountId, item: network }, { item: there }] = await Promise.all([
    read(networkCollection, networkId),
    read(collection, id),
  ]);
  if (!network) {
    const others = await namesOthersNetwork(context, networkId, about);
    throw others ?? new NotFoundError({ ...about, ...missing(networkId, accountId) });
  }
  if (there === undefined) mustBeAllowedOn(networkNeed, network, about);
  return { accountId, network, there };
}

/** The same for a preview: what stands against it, and the network where nothing does. */
export async function networkObstacles<T>(
  { reading, about }: Looking,
  { networkId, collection, id }: Part<T>,
): Promise<{ obstacles: Obstacle[]; network?: NetworkRecord | undefined }> {
  if (isUnknown(networkId)) return { obstacles: [] };
  const read: Read = (from, one) => reading.read(from, one, about);
  const { accountId, item: network } = await read(networkCollection, networkId);
  if (!network) {
    const { item: others } = await read(othersNetworks, networkId);
    return { obstacles: [{ property: "networkId", ...(others ? whoseItIs(others) : missing(networkId, accountId)) }] };
  }
  const lacking = lackingOn(networkNeed, network).map((one) => ({ property: "networkId", ...one }));
  const isThere = lacking.length > 0 && (await read(collection, id)).item !== undefined;
  return isThere ? { obstacles: [], network } : { obstacles: lacking, network };
}
