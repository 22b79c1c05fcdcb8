import { graphql } from "../../../api/generated";
import { defineMutation } from "../../client";
import type { ServiceRecord } from "../../inventory";
import { type Context, confirmGone, type Existing, type SubjectLabel } from "../../lifecycle";
import { refusalOf } from "../shared/answers";

const RemoveService = defineMutation(
  graphql(/* GraphQL */ `
    mutation removeService($id: ID!) {
      removeService(id: $id)
    }
  `),
  [],
);

/** Removes the service, even while it is in use (api/README.md, D). REST only where GraphQL has no such mutation. */
export async function removeService(
  { client }: Context,
  { id }: Existing<ServiceRecord>,
  look: () => Promise<ServiceRecord | undefined>,
  about: SubjectLabel,
): Promise<void> {
  const isOffered = await client.supportsMutation("removeService");
  const send = async (): Promise<boolean> => {
    if (isOffered) return (await client.graphql(RemoveService, { id }, about)).removeService;
    await client.rest("device/delete", { deviceaddress: id }, about);
    return true;
  };
  await confirmGone(send, look, refusalOf(about, "The service was not removed."));
}
