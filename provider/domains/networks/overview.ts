import { graphql } from "../../../api/generated";
import type { NetworkPartsFragment } from "../../../api/generated/graphql";
import { accountIn } from "../../client";
import { compositeId } from "../../core/composite-id";
import { collectionIn, idKey, type MarkPlace, type Marks, type Overview, tellsCase, userMarksOf } from "../../inventory";

graphql(/* GraphQL */ `
  fragment NetworkParts on Network {
    id
    name
    permissions
    owner {
      id
      email
    }
    tags {
      name
    }
    connections {
      name
      port
      service {
        id
        name
      }
    }
    access {
      user {
        email
      }
    }
  }
`);

const ListNetworks = graphql(/* GraphQL */ `
  query listNetworks($accountId: String) {
    login {
      account(id: $accountId) {
        id
        attributes
        tags {
          name
        }
        networks {
          ...NetworkParts
        }
      }
    }
  }
`);

export interface NetworkRecord extends NetworkPartsFragment {
  marks: Marks;
  /** Set where the account is seen to hold two tags that differ by case alone. */
  tellsCase?: true;
}

export interface ConnectionRecord {
  network: NetworkRecord;
  service: NetworkPartsFragment["connections"][number]["service"];
  name: string | null;
  port: number | null;
  marks: Marks;
}

export interface ShareRecord {
  network: NetworkRecord;
  email: string;
  marks: Marks;
}

interface Networks {
  /** Those of the account, with what is in them. */
  own: NetworkRecord[];
  connections: ConnectionRecord[];
  shares: ShareRecord[];
  /** Those that others share with it. */
  others: NetworkRecord[];
}

/** All networks that an account shows: its own and, with another owner, those that others share with it (api/README.md, A). */
export const networkOverview: Overview<Networks> = {
  name: "networks",
  read: async (client, about) => {
    const data = await client.graphql(ListNetworks, { accountId: client.settings.accountId }, about);
    const { id: accountId, attributes, tags, networks } = accountIn(data, client, about);
    const marksOf = (kind: string) => userMarksOf(attributes, kind);
    const [ofNetworks, ofConnections, ofShares] = [marksOf(NETWORK), marksOf(CONNECTION), marksOf(SHARE)];
    const told = tellsCase({ tags }) ? { tellsCase: true as const } : {};
    const all = networks.map((one) => ({ ...one, marks: ofNetworks(one.id), ...told }));
    const isOwn = ({ owner }: NetworkRecord) => owner !== null && idKey(owner.id) === idKey(accountId);
    const own = all.filter(isOwn);
    const connections = own.flatMap((network) =>
      network.connections.map(({ service, name, port }) => {
        const id = connectionId.format({ networkId: network.id, serviceId: service.id });
        return { network, service, name, port, marks: ofConnections(id) };
      }),
    );
    const shares = own.flatMap((network) =>
      guestsOf(network).map((email) => ({ network, email, marks: ofShares(shareId.format({ networkId: network.id, email })) })),
    );
    return { accountId, shown: { own, connections, shares, others: all.filter((one) => !isOwn(one)) } };
  },
};

/** Addresses of those who are let in. A user who was deleted has none (api/README.md, A), and gets in no more. */
export const guestsOf = ({ access }: NetworkPartsFragment): string[] => access.flatMap(({ user: { email } }) => email ?? []);

/** A network has one connection to a service, and one guest of an address in whatever case. */
export const connectionId = compositeId("networkId", "serviceId");
export const shareId = compositeId("networkId", "email");

export const networkCollection = collectionIn(
  networkOverview,
  ({ own }) => own,
  ({ id }) => id,
);

export const othersNetworks = collectionIn(
  networkOverview,
  ({ others }) => others,
  ({ id }) => id,
);

export const connectionCollection = collectionIn(
  networkOverview,
  ({ connections }) => connections,
  ({ network, service }) => connectionId.format({ networkId: network.id, serviceId: service.id }),
);

export const shareCollection = collectionIn(
  networkOverview,
  ({ shares }) => shares,
  ({ network, email }) => shareId.format({ networkId: network.id, email }),
);

/** By their names, which several may have. */
export const namesakes = collectionIn(
  networkOverview,
  ({ own }) => {
    const byName = new Map<string, NetworkRecord[]>();
    for (const network of own) byName.set(network.name, [...(byName.get(network.name) ?? []), network]);
    return [...byName].map(([name, networks]) => ({ name, networks }));
  },
  ({ name }) => name,
);

const [NETWORK, CONNECTION, SHARE] = ["network", "network-connection", "network-share"];

/** Where the marks of one of these stand, which has no attributes. */
export const networkPlace = (id: string): MarkPlace => ({ kind: NETWORK, name: id });
export const connectionPlace = (id: string): MarkPlace => ({ kind: CONNECTION, name: id });
export const sharePlace = (id: string): MarkPlace => ({ kind: SHARE, name: id });
