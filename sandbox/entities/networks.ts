import { GraphQLError } from "graphql";
import { z } from "zod";
import type { Account } from "../accounts";
import { content, defineEntity } from "../entity";
import { can, PERMISSIONS } from "../permissions";
import { rows } from "../rows";
import { now } from "../store";
import { putTag, tagsOn } from "../tagging";

interface Network {
  id: string;
  name: string;
  created: string;
}

const networksOf = rows((): Network[] => []);

const form = z.array(z.strictObject({ name: z.string().min(2).max(100), tags: z.array(z.string()).default([]) }));

/** Named groups of services. Clients can read them alone, and there is nothing in them. */
export default defineEntity({
  fields: {
    User: {
      networks: (account) => networksOf(account).map((network) => networkView(account, network)),
      network: (account, { id }: { id: string }) => {
        const network = networksOf(account).find((one) => one.id === id);
        if (network) return networkView(account, network);
        throw new GraphQLError(`Network ${id} not found.`);
      },
    },
    Network: { permissions: PERMISSIONS, can, connections: [], access: [], enabled: true },
  },
  content: {
    networks: content(form, (store, account, given) => {
      for (const { name, tags } of given) {
        const id = `network-${networksOf(account).length + 1}-${account.id}`;
        const network = { id, name, created: now(store).toISOString() };
        networksOf(account).push(network);
        for (const tag of tags) putTag(store, account, network, tag);
      }
    }),
  },
});

const networkView = (account: Account, network: Network) => ({ ...network, owner: account, tags: tagsOn(account, network) });
