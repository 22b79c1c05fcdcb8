import { graphql } from "../../../api/generated";
import { type RequestLabel, type Client, defineMutation } from "../../client";
import { accepted } from "./answers";

const Rename = defineMutation(
  graphql(/* GraphQL */ `
    mutation rename($id: String!, $name: String!) {
      renameService(serviceId: $id, name: $name)
    }
  `),
  [],
  { mergeable: ({ id }) => id },
);

/** Renames a service or, given a device's id, a device. REST where the endpoint has no `renameService`. */
export async function rename(client: Client, id: string, name: string, about: RequestLabel): Promise<void> {
  if (await client.supportsMutation("renameService")) {
    const { renameService } = await client.graphql(Rename, { id, name }, about);
    accepted(renameService, about, `The name "${name}" was not set.`);
  } else {
    await client.rest("device/name", { deviceaddress: id, devicealias: name }, about);
  }
}
