import { graphql } from "../../../api/generated";
import { type RequestLabel, type Client, defineMutation } from "../../client";
import { UnsupportedOperation } from "../../core/errors";
import type { ServiceRecord } from "../../inventory";
import { refused } from "../shared/answers";
import { notChanged } from "./obstacles";

const UpdateService = defineMutation(
  graphql(/* GraphQL */ `
    mutation updateService($id: ID!, $application: Int, $host: String, $port: Int, $enabled: Boolean) {
      updateService(id: $id, application: $application, host: $host, port: $port, enabled: $enabled) {
        id
      }
    }
  `),
  [],
);

export interface Changes {
  application?: number;
  host?: string | undefined;
  port?: number | undefined;
  enabled?: boolean | undefined;
}

/** Changes what a service is besides its name. REST has no call for this. */
export async function changeService(
  client: Client,
  { id, device }: { id: string; device: Pick<ServiceRecord["device"], "id" | "configurable"> },
  changes: Changes,
  about: RequestLabel,
): Promise<void> {
  const names = Object.keys(changes).join(", ");
  if (!device.configurable) {
    throw new UnsupportedOperation({ ...about, ...notChanged(device.id, Object.keys(changes)) });
  }
  if (!(await client.supportsMutation("updateService"))) {
    throw new UnsupportedOperation({
      ...about,
      why: `GraphQL of this endpoint changes no services, and REST cannot change ${names}.`,
      remedy: "Change the service on the device itself.",
    });
  }
  const answer = await client.graphql(UpdateService, { id, ...changes }, about);
  if (!answer.updateService) throw refused(about, `${names} could not be changed.`);
}
