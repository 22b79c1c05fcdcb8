import { graphql } from "../../../api/generated";
import { type Client, defineMutation, type RequestLabel } from "../../client";
import type { ServiceRecord } from "../../inventory";
import { type Context, confirmGone, type Existing, type SubjectLabel } from "../../lifecycle";
import { networkOverview } from "../networks/overview";
import { refusalOf } from "../shared/answers";

const RemoveService = defineMutation(
  graphql(/* GraphQL */ `
    mutation removeService($id: ID!) {
      removeService(id: $id)
    }
  `),
  [networkOverview],
);

/** Removes the service, even while it is in use (api/README.md, D). REST only where GraphQL has no such mutation. */
export async function removeService(
  { client }: Context,
  { id }: Existing<ServiceRecord>,
  look: () => Promise<ServiceRecord | undefined>,
  about: SubjectLabel,
): Promise<void> {
  await confirmGone(await removalOf(client, id, about), look, refusalOf(about, "The service was not removed."));
}

/** What sends the removal. */
export async function removalOf(client: Client, id: string, about: RequestLabel): Promise<() => Promise<boolean | null>> {
  const isOffered = await client.supportsMutation("removeService");
  return async () => {
    if (isOffered) return (await client.graphql(RemoveService, { id }, about)).removeService;
    await client.rest("device/delete", { deviceaddress: id }, about);
    return true;
  };
}
