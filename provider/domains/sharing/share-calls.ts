import { graphql } from "../../../api/generated";
import type { ShareDeviceMutationVariables } from "../../../api/generated/graphql";
import { type Client, defineMutation, type RequestLabel } from "../../client";
import { SchemaError } from "../../core/errors";
import { idKey } from "../../inventory";
import { accessCollection } from "./access";
import { meant } from "./services";

const Share = defineMutation(
  graphql(/* GraphQL */ `
    mutation shareDevice(
      $deviceId: String!
      $email: [String!]!
      $action: SharingAction!
      $scripting: Boolean!
      $services: [ServiceSharingOptions!]
      $notify: Boolean!
    ) {
      share(deviceId: $deviceId, email: $email, action: $action, scripting: $scripting, services: $services, notify: $notify)
    }
  `),
  [accessCollection],
);

/** For a schema without `notify` (2024 in api/schema.graphql). */
const ShareAndTell = defineMutation(
  graphql(/* GraphQL */ `
    mutation shareDeviceAndTell(
      $deviceId: String!
      $email: [String!]!
      $action: SharingAction!
      $scripting: Boolean!
      $services: [ServiceSharingOptions!]
    ) {
      share(deviceId: $deviceId, email: $email, action: $action, scripting: $scripting, services: $services)
    }
  `),
  [accessCollection],
);

const NOTIFY = "Mutation.share.notify";

interface Sharing {
  deviceId: string;
  email: string;
  /** As a program declares them. */
  services: readonly string[];
  scripting: boolean;
  notify: boolean;
}

/**
 * Shares exactly these services of the device. As remote.it's app does (api/README.md, A), each call names every service that the
 * device has, to be added or taken away, and says whether scripts may be run: what it left out of that would be taken away.
 *
 * @param all - Ids of all services of the device.
 * @returns whether remote.it took it.
 */
export function share(
  client: Client,
  { deviceId, email, services, scripting, notify }: Sharing,
  all: readonly string[],
  about: RequestLabel,
): Promise<boolean> {
  const wanted = meant(services, all);
  const each = all.map((serviceId) => ({
    serviceId,
    action: wanted.has(idKey(serviceId)) ? ("ADD" as const) : ("REMOVE" as const),
  }));
  return send(client, { deviceId, email: [email], action: "ADD", scripting, services: each, notify }, about);
}

/** Ends all of that user's access to the device (api/README.md, C). */
export const unshare = (client: Client, deviceId: string, email: string, about: RequestLabel): Promise<boolean> =>
  send(client, { deviceId, email: [email], action: "REMOVE", scripting: false, notify: false }, about);

async function send(client: Client, variables: ShareDeviceMutationVariables, about: RequestLabel): Promise<boolean> {
  if (!client.lacks(NOTIFY)) {
    try {
      return (await client.graphql(Share, variables, about)).share;
    } catch (error) {
      if (!(error instanceof SchemaError) || !client.lacks(NOTIFY)) throw error;
    }
  }
  const { notify, ...others } = variables;
  if (!notify && others.action === "ADD")
    client.log("warning", `${about.what}: this endpoint mails the user of each share; it cannot be told not to.`);
  return (await client.graphql(ShareAndTell, others, about)).share;
}
