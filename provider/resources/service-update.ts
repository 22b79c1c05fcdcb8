import { graphql } from "../../api/generated";
import type { About, Client } from "../client";
import { UnsupportedOperation } from "../core/errors";
import type { ServiceRecord } from "../inventory";
import { refused } from "./answers";
import { applicationNumber } from "./applications";

const UpdateService = graphql(/* GraphQL */ `
  mutation updateService($id: ID!, $application: Int, $host: String, $port: Int, $enabled: Boolean) {
    updateService(id: $id, application: $application, host: $host, port: $port, enabled: $enabled) {
      id
    }
  }
`);

interface Changes {
  application?: string | number;
  host?: string | undefined;
  port?: number | undefined;
  enabled?: boolean | undefined;
}

/** Changes what a service is besides its name. REST has no call for this. */
export async function changeService(
  client: Client,
  { id, device }: ServiceRecord,
  { application, ...others }: Changes,
  about: About,
): Promise<void> {
  const names = Object.keys({ ...(application !== undefined && { application }), ...others }).join(", ");
  if (!device.configurable) {
    throw new UnsupportedOperation({
      ...about,
      why: `Device ${device.id} is not configurable, so ${names} of its services cannot be changed through the API.`,
      remedy: "Change the service on the device itself, or update its agent so that the device becomes configurable.",
    });
  }
  if (!(await client.offers("updateService"))) {
    throw new UnsupportedOperation({
      ...about,
      why: `GraphQL of this endpoint changes no services, and REST cannot change ${names}.`,
      remedy: "Change the service on the device itself.",
    });
  }
  const number = application === undefined ? {} : { application: applicationNumber(application) };
  const answer = await client.graphql(UpdateService, { id, ...others, ...number }, about);
  if (!answer.updateService) throw refused(about, `${names} could not be changed.`);
}
