import { graphql } from "../../api/generated";
import type { About } from "../client";
import { ownAccount, type Context } from "./context";
import { deleteEitherWay } from "./delete";

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
  if (!(await isThere())) return;
  const { client } = context;
  await deleteEitherWay(
    client,
    {
      isOffered: () => client.offers("removeService"),
      byGraphql: () => client.graphql(RemoveService, { id }, about).then((answer) => answer.removeService),
      byRest: () => client.rest("device/delete", { deviceaddress: id }, about),
      isThere,
      refusal: "The service was not removed.",
    },
    about,
  );
}
