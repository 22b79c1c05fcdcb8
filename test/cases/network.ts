import { type Account, defineCase, numbered } from "./case";

interface Network {
  id: string;
  name: string;
  tags: { name: string }[];
}

const declared = { name: "plant", tags: ["prod"] };

/** Makes a network. Resolves with its id. */
export async function madeNetwork({ control }: Pick<Account, "control">, name = "plant"): Promise<string> {
  const made = await control.change("mutation($name: String!) { createNetwork(name: $name) { id } }", { name });
  return (made as { createNetwork: { id: string } }).createNetwork.id;
}

export default defineCase({
  type: "Network",
  declared: () => Promise.resolve(declared),
  several: (_account, count) => Promise.resolve(numbered(count, (number) => ({ name: `plant-${number}`, tags: ["prod"] }))),
  changed: { name: "site", tags: ["west"] },
  there: async (account) => {
    const id = await madeNetwork(account);
    await account.control.change('mutation($id: String!) { addNetworkTag(networkId: $id, name: ["prod"]) }', { id });
    return declared;
  },
  alter: async ({ control }, id) => {
    await control.change('mutation($id: String!) { updateNetwork(id: $id, name: "theirs") { id } }', { id });
    return ["name"];
  },
  remove: ({ control }, id) => control.change("mutation($id: String!) { deleteNetwork(id: $id) }", { id }),
  held: async ({ control }) => {
    const { login } = (await control.change("{ login { networks { id name tags { name } } } }")) as {
      login: { networks: Network[] };
    };
    return login.networks.map(({ id, name, tags }) => ({ id, properties: { name, tags: tags.map((tag) => tag.name) } }));
  },
});
