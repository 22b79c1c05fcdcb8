import { claimed } from "../sandbox/support";
import { type Account, defineCase, numbered } from "./case";
import { madeNetwork } from "./network";

interface Network {
  id: string;
  connections: { name: string | null; port: number | null; service: { id: string } }[];
}

/** A network, and services that are not in it. */
const partsOfSeveral = async (account: Account, count: number) => {
  const networkId = await madeNetwork(account);
  const services = numbered(count, (number) => ({ name: `ssh-${number}`, application: 28 }));
  const agent = { hardwareId: `hw-${networkId}`, name: "pump", online: false, services };
  const id = await claimed(account.control, agent);
  const query = "query($id: [String!]!) { login { device(id: $id) { services { id } } } }";
  const { login } = (await account.control.change(query, { id })) as { login: { device: { services: { id: string }[] }[] } };
  return (login.device[0]?.services ?? []).map((service) => ({ networkId, serviceId: service.id }));
};

/** A network, and a service that is not in it. */
const parts = async (account: Account) => {
  const [one] = await partsOfSeveral(account, 1);
  return { networkId: one?.networkId ?? "", serviceId: one?.serviceId ?? "" };
};

const SET = `mutation($networkId: String!, $serviceId: String!, $name: String, $port: Int) {
  addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port) }`;

/** What an id is made of. */
const partsOf = (id: string) => {
  const [networkId, serviceId] = id.split("/");
  return { networkId, serviceId };
};

export default defineCase({
  type: "NetworkConnection",
  declared: async (account) => ({ ...(await parts(account)), name: "shell", port: 2222 }),
  several: partsOfSeveral,
  changed: { name: "console", port: 2223 },
  there: async (account) => {
    const declared = { ...(await parts(account)), name: "shell", port: 2222 };
    await account.control.change(SET, declared);
    return declared;
  },
  alter: async ({ control }, id) => {
    await control.change(SET, { ...partsOf(id), name: "shell", port: 99 });
    return ["port"];
  },
  remove: ({ control }, id) =>
    control.change(
      "mutation($networkId: String!, $serviceId: String!) { removeNetworkConnection(networkId: $networkId, serviceId: $serviceId) }",
      partsOf(id),
    ),
  held: async ({ control }) => {
    const query = "{ login { networks { id connections { name port service { id } } } } }";
    const { login } = (await control.change(query)) as { login: { networks: Network[] } };
    return login.networks.flatMap(({ id: networkId, connections }) =>
      connections.map(({ name, port, service: { id: serviceId } }) => ({
        id: `${networkId}/${serviceId}`,
        properties: { networkId, serviceId, name, port },
      })),
    );
  },
});
