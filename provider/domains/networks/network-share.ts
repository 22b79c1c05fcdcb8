import { z } from "zod";
import { ConflictError, RefusedError } from "../../core/errors";
import { field, type Values } from "../../core/field";
import type { Obstacle } from "../../core/obstacle";
import type { Live } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { confirmGone, createOnce, defineResource } from "../../lifecycle";
import { adopted, refusalOf } from "../shared/answers";
import { called } from "../shared/called";
import { hiddenBy } from "../shared/permissions";
import { emailAddress, sameCaseless } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { networkCalls } from "./calls";
import { networkId } from "./fields";
import { freshIn, inNetwork, namesNoPart, networkNeed, networkObstacles } from "./own-network";
import { type NetworkRecord, shareCollection, shareId, sharePlace, type ShareRecord } from "./overview";

const inputs = {
  networkId: field(networkId(), "Id of the network. Changing it replaces the share.", {
    replaces: true,
    idOf: "Network",
    same: sameCaseless,
  }),
  email: field(
    emailAddress(),
    "Address of the user who is let in. Case is ignored. Changing it replaces the share. Whether remote.it invites an address without an account or refuses it is unknown.",
    { replaces: true, same: sameCaseless },
  ),
};

const outputs = { accountId: field(z.string(), "Id of the account that holds the network.") };

const filters = { networkId: field(networkId().optional(), "Only shares of the network with this id.") };

export const networkShare = defineResource({
  type: "NetworkShare",
  describe:
    "A user who is let into a network of a remote.it account, and so may connect to each of its services. The id is `networkId/email`. A guest may leave the network on their own: the next refresh shows it.",
  inputs,
  outputs,
  filters,

  collection: shareCollection,
  grantsAccess: true,
  partOf: "Network",
  needs: networkNeed,
  permissionsOn: ({ network }) => network.permissions,
  called: ({ networkId, email }, id) => id ?? shareId.format({ networkId: String(networkId), email: String(email) }),
  whyNotThere: namesNoPart(shareId.parse, "networkId/email, the id of the network and the guest's address"),
  adoption: {
    example: "new remoteit.NetworkShare(…, { networkId, email })",
    inputs: ({ inputs: held }) => held,
  },
  label: ({ inputs: { email } }) => email,

  live,

  async obstacles(looking, { declared, exists }) {
    const { networkId, email } = declared as Partial<Values<typeof inputs>>;
    if (exists || networkId === undefined || email === undefined) return [];
    const { obstacles, network } = await networkObstacles(looking, partOf({ networkId, email }));
    return [...obstacles, ...(network && !isUnknown(email) ? itsOwner(network, email) : [])];
  },

  async create(context, { networkId, email }, about) {
    const part = partOf({ networkId, email });
    const { id } = part;
    context.ownership.take({ type: "NetworkShare", id }, about);
    const { accountId, network, there } = await inNetwork(context, part, about);
    if (there) {
      const what = `Network ${called(network.name, network.id)} is shared with ${there.email} already, and the share is adopted.`;
      context.log("warning", adopted(what));
      return { id, accountId, origin: "adopted", item: there };
    }
    const [conflict] = itsOwner(network, email);
    if (conflict) throw new ConflictError({ ...about, ...conflict });
    const { addShare } = networkCalls(context.client, about);
    await createOnce<unknown>(context, {
      make: async () => {
        if ((await addShare(network.id, email)) === true) return;
        throw new RefusedError({
          ...about,
          why: `The network was not shared with ${email}. remote.it answered that it refuses, without a reason.`,
          remedy: `Check that somebody has a remote.it account under this address, and that the access key's user has the MANAGE permission on the network, then run \`pulumi up\` again.`,
        });
      },
      find: async () => (await freshIn(context, about)(shareCollection, id)).item,
    });
    return { id, accountId, origin: "made" };
  },

  setters: [],

  marking: userMarks(sharePlace),

  async destroy({ client }, { item: { network, email } }, look, about) {
    const calls = networkCalls(client, about);
    const refusal = refusalOf(about, `${email} was not put out of the network.`);
    await confirmGone(() => calls.removeShare(network.id, email), look, refusal);
  },

  async *list({ inventory }, filter?: Partial<Values<typeof filters>>) {
    const { accountId, items } = await inventory.list(shareCollection, { what: "Listing network shares" });
    const wanted = filter?.networkId;
    for (const item of items) if (wanted === undefined || sameCaseless(item.network.id, wanted)) yield live(item, accountId);
  },
});

/** Where it is looked for. */
const partOf = (named: Values<typeof inputs>) => ({
  networkId: named.networkId,
  collection: shareCollection,
  id: shareId.format(named),
});

function live({ network, email }: ShareRecord, accountId: string): Live<typeof inputs, typeof outputs> {
  return {
    id: shareId.format({ networkId: network.id, email }),
    inputs: { networkId: network.id, email },
    outputs: { accountId },
    ...hiddenBy(network),
  };
}

/** A network is its owner's as it is. */
function itsOwner({ owner, name, id }: NetworkRecord, email: string): Obstacle[] {
  if (!sameCaseless(owner?.email, email)) return [];
  const why = `${email} is the address of whom network ${called(name, id)} belongs to.`;
  return [{ property: "email", why, remedy: "Write the address of somebody else." }];
}
