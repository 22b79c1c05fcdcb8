import { graphql } from "../../api/generated";
import type { About, Client } from "../client";
import { RestError } from "../core/errors";
import { isDone, refused } from "./answers";
import { ownAccount, type Context } from "./context";

const RemoveService = graphql(/* GraphQL */ `
  mutation removeService($id: ID!) {
    removeService(id: $id)
  }
`);

/** Removes the service, even while it is in use; one that is gone already counts as removed. */
export async function removeService(
  context: Context,
  id: string,
  recorded: string | undefined,
  about: About & { subject: string },
): Promise<void> {
  const isThere = async () => {
    const { accountId, item } = await context.inventory.service(id, about);
    ownAccount(about.subject, accountId, recorded);
    return item !== undefined;
  };
  if (!(await isThere()) || (await byGraphql(context.client, id, about))) return;
  if (!(await isThere())) return;
  try {
    await byRest(context.client, id, about);
  } catch (error) {
    if (!(error instanceof RestError) || (await isThere())) throw error;
  }
}

async function byGraphql(client: Client, id: string, about: About): Promise<boolean> {
  if (!(await client.offers("removeService"))) return false;
  return isDone(client.graphql(RemoveService, { id }, about).then(({ removeService: answer }) => answer));
}

async function byRest(client: Client, id: string, about: About): Promise<void> {
  if (client.settings.developerKey === undefined) throw refused(about, "The service was not removed.");
  await client.rest("device/delete", { deviceaddress: id }, about);
}
