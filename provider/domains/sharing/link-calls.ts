import { graphql } from "../../../api/generated";
import { type Client, defineMutation, type RequestLabel } from "../../client";
import { protect } from "../../core/secrets";
import { refused } from "../shared/answers";
import { kept, type Link, serviceLinks } from "./links";

const SetLink = defineMutation(
  graphql(/* GraphQL */ `
    mutation setConnectLink($serviceId: String!, $enabled: Boolean, $password: String) {
      setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {
        ...ConnectLinkParts
      }
    }
  `),
  [serviceLinks],
);

const RemoveLink = defineMutation(
  graphql(/* GraphQL */ `
    mutation removeConnectLink($serviceId: String!) {
      removeConnectLink(serviceId: $serviceId)
    }
  `),
  [serviceLinks],
);

interface Wanted {
  serviceId: string;
  enabled: boolean;
  /** An empty one takes the password off; without one it stays. */
  password?: string | undefined;
}

/**
 * Makes the service's link, or changes it.
 *
 * @throws RefusedError where remote.it answers null.
 */
export async function setLink(client: Client, { serviceId, enabled, password }: Wanted, about: RequestLabel): Promise<Link> {
  // Null takes it off, and what is left out stays (api/README.md, A).
  const secret = password === undefined ? {} : { password: password === "" ? null : protect(password) };
  const { setConnectLink } = await client.graphql(SetLink, { serviceId, enabled, ...secret }, about);
  if (!setConnectLink) throw refused(about, "The link was not set.");
  return kept(setConnectLink);
}

/** Its address is lost for good (api/README.md, C). */
export const removeLink = async (client: Client, serviceId: string, about: RequestLabel): Promise<boolean> =>
  (await client.graphql(RemoveLink, { serviceId }, about)).removeConnectLink;
