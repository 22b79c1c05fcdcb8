import { type Account, defineCase, numbered } from "./case";
import { madeNetwork } from "./network";

interface Network {
  id: string;
  access: { user: { email: string } }[];
}

const email = "partner@example.com";

/** Accounts outlive a reset. */
const isSomebody = ({ control }: Account, email: string) => control.account(email).catch(() => undefined);

/** A network, and somebody who is not let into it. */
const parts = async (account: Account) => {
  await isSomebody(account, email);
  return { networkId: await madeNetwork(account), email };
};

const ADD = "mutation($networkId: String!, $email: [String!]!) { addNetworkShare(networkId: $networkId, email: $email) }";
const REMOVE = ADD.replace("addNetworkShare", "removeNetworkShare");

export default defineCase({
  type: "NetworkShare",
  declared: parts,
  several: async (account, count) => {
    const networkId = await madeNetwork(account);
    const guests = numbered(count, (number) => `partner-${number}@example.com`);
    await Promise.all(guests.map((guest) => isSomebody(account, guest)));
    return guests.map((guest) => ({ networkId, email: guest }));
  },
  changed: {},
  there: async (account) => {
    const declared = await parts(account);
    await account.control.change(ADD, declared);
    return declared;
  },
  remove: ({ control }, id) => {
    const [networkId, email] = id.split("/");
    return control.change(REMOVE, { networkId, email });
  },
  held: async ({ control }) => {
    const { login } = (await control.change("{ login { networks { id access { user { email } } } } }")) as {
      login: { networks: Network[] };
    };
    return login.networks.flatMap(({ id: networkId, access }) =>
      access.map(({ user: { email } }) => ({ id: `${networkId}/${email}`, properties: { networkId, email } })),
    );
  },
});
