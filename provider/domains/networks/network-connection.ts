import { z } from "zod";
import type { RequestLabel } from "../../client";
import { NotFoundError, RefusedError } from "../../core/errors";
import { field, type Values } from "../../core/field";
import type { Obstacle } from "../../core/obstacle";
import type { Live } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { serviceCollection } from "../../inventory";
import { confirmGone, type Context, createOnce, defineResource, type Looking } from "../../lifecycle";
import { accepted, adopted, refusalOf } from "../shared/answers";
import { called } from "../shared/called";
import { namesDevice } from "../shared/other-kind";
import { hiddenBy } from "../shared/permissions";
import { present } from "../shared/present";
import { address, sameCaseless, wholeNumber } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { networkCalls } from "./calls";
import { connectionName, networkId } from "./fields";
import { freshIn, inNetwork, namesNoPart, networkNeed, networkObstacles } from "./own-network";
import { connectionCollection, connectionId, connectionPlace, type ConnectionRecord } from "./overview";
import { setConnection } from "./set-connection";

const inputs = {
  networkId: field(networkId(), "Id of the network. Changing it replaces the connection.", {
    replaces: true,
    idOf: "Network",
    same: sameCaseless,
  }),
  serviceId: field(
    address(),
    "Id of the service, of any device that the account sees. Changing it replaces the connection. Where the service is deleted, the connection goes with it.",
    { replaces: true, idOf: "Service", same: sameCaseless },
  ),
  name: field(
    connectionName().optional(),
    "Name that the service has in this network, up to 100 characters; an empty text for none. Default for a new connection: none.",
    { same: (one, other) => (one ?? "") === (other ?? ""), grantsAccess: false },
  ),
  port: field(
    wholeNumber(0, 65_535, "the local port, or 0 for none").optional(),
    "Local port that the service has in this network, 1 to 65535; 0 for none. Default for a new connection: none.",
    { same: (one, other) => (one ?? 0) === (other ?? 0), grantsAccess: false },
  ),
};

const outputs = { accountId: field(z.string(), "Id of the account that holds the network.") };

const filters = { networkId: field(networkId().optional(), "Only connections of the network with this id.") };

export const networkConnection = defineResource({
  type: "NetworkConnection",
  describe:
    "A service in a network of a remote.it account: whoever is let into the network may connect to it. The id is `networkId/serviceId`.",
  inputs,
  outputs,
  filters,

  collection: connectionCollection,
  grantsAccess: true,
  partOf: "Network",
  needs: networkNeed,
  permissionsOn: ({ network }) => network.permissions,
  called: ({ networkId, serviceId }, id) =>
    id ?? connectionId.format({ networkId: String(networkId), serviceId: String(serviceId) }),
  whyNotThere: namesNoPart(connectionId.parse, "networkId/serviceId, the id of the network and that of the service"),
  adoption: {
    example: "new remoteit.NetworkConnection(…, { networkId, serviceId })",
    inputs: ({ inputs: held }) => held,
  },
  label: ({ inputs: { name, serviceId } }) => name ?? serviceId,

  live,

  async obstacles(looking, { declared, exists }) {
    const { networkId, serviceId } = declared as Partial<Named>;
    if (exists || networkId === undefined || serviceId === undefined) return [];
    const ofNetwork = networkObstacles(looking, partOf({ networkId, serviceId }));
    const [{ obstacles }, ofService] = await Promise.all([ofNetwork, serviceObstacles(looking, serviceId)]);
    return [...obstacles, ...ofService];
  },

  async create(context, { networkId, serviceId, name, port }, about) {
    const part = partOf({ networkId, serviceId });
    const { id } = part;
    context.ownership.take({ type: "NetworkConnection", id }, about);
    const { accountId, there } = await inNetwork(context, part, about);
    if (there) {
      const service = called(there.service.name, there.service.id);
      context.log(
        "warning",
        adopted(`Network ${called(there.network.name, networkId)} has service ${service} already: it is adopted.`),
      );
      return { id, accountId, origin: "adopted", item: there };
    }
    const wish = { ...(name && { name }), ...(port && { port }) };
    const { setConnection: connect } = networkCalls(context.client, about);
    const making = createOnce<ConnectionRecord | undefined>(context, {
      make: async () => {
        accepted(await connect(networkId, serviceId, wish), about, "The service was not added to the network.");
        return undefined;
      },
      find: async () => (await freshIn(context, about)(connectionCollection, id)).item,
    });
    const item = await making.catch(async (error: unknown) => {
      const noneThere = error instanceof RefusedError ? await noService(context, serviceId, about) : undefined;
      throw noneThere ?? error;
    });
    return { id, accountId, origin: "made", ...(item && { item }) };
  },

  setters: [
    {
      what: "Changing network connection",
      properties: ["name", "port"],
      set: (context, { item }, { name, port }, look, about) => {
        const changes = { ...(name && { name: name.target as string }), ...(port && { port: port.target as number }) };
        return setConnection(context, item, changes, look, about);
      },
    },
  ],

  marking: userMarks(connectionPlace),

  async destroy({ client }, { item: { network, service } }, look, about) {
    const calls = networkCalls(client, about);
    const refusal = refusalOf(about, "The service was not taken out of the network.");
    await confirmGone(() => calls.removeConnection(network.id, service.id), look, refusal);
  },

  async *list({ inventory }, filter?: Partial<Values<typeof filters>>) {
    const { accountId, items } = await inventory.list(connectionCollection, { what: "Listing network connections" });
    const wanted = filter?.networkId;
    for (const item of items) if (wanted === undefined || sameCaseless(item.network.id, wanted)) yield live(item, accountId);
  },
});

type Named = Pick<Values<typeof inputs>, "networkId" | "serviceId">;

/** Where it is looked for. */
const partOf = (named: Named) => ({
  networkId: named.networkId,
  collection: connectionCollection,
  id: connectionId.format(named),
});

function live({ network, service, name, port }: ConnectionRecord, accountId: string): Live<typeof inputs, typeof outputs> {
  return {
    id: connectionId.format({ networkId: network.id, serviceId: service.id }),
    inputs: { networkId: network.id, serviceId: service.id, ...present({ name, port }) },
    outputs: { accountId },
    ...hiddenBy(network),
  };
}

/** Why the service is none that a network of the account can have; undefined where it is one. */
async function noService(context: Context, id: string, about: RequestLabel): Promise<NotFoundError | undefined> {
  const { accountId, item } = await context.inventory.of(serviceCollection).read(id, about);
  if (item) return undefined;
  const why = `Account ${accountId} sees no service ${id}.`;
  const remedy = "Write the id of a service in serviceId, or that of a Service resource.";
  return (await namesDevice(context, id, about)) ?? new NotFoundError({ ...about, why, remedy });
}

/** In a run that makes services it may be one of those, whose id the program knows before. */
async function serviceObstacles({ context, about }: Looking, id: string): Promise<Obstacle[]> {
  if (isUnknown(id) || context.ownership.isExpecting("Service")) return [];
  const error = await noService(context, id, about);
  return error ? [{ property: "serviceId", why: error.why, remedy: error.remedy }] : [];
}
