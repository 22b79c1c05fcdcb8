import { BULK, findApplication } from "../applications";
import { defineEntity } from "../entity";
import { nulls } from "../nulls";
import { sightOf } from "../permissions";
import { servicesShown } from "../sharing";
import { AGENT_VERSION, devicesOf, type Device } from "./devices/rows";
import type { Service } from "./services/rows";

interface EndpointsArgs {
  id?: string[] | null;
  state?: string | null;
}

/** Where agents stand in the network: every device and every service is an endpoint (api/README.md, C). */
export default defineEntity({
  fields: {
    User: {
      endpoints: (account, { id, state }: EndpointsArgs, context) => {
        const wanted = id && new Set(id.map((one) => one.toUpperCase()));
        return [...devicesOf(account).values()]
          .filter(sightOf(context, account))
          .flatMap((device) => [undefined, ...servicesShown(account, device)].map((service) => endpointView(device, service)))
          .filter((endpoint) => (!wanted || wanted.has(endpoint.id)) && (!state || endpoint.state === state));
      },
    },
    Device: { endpoint: ({ device }) => endpointView(device) },
    Service: { endpoint: ({ device, service }) => endpointView(device, service) },
  },
});

/** Where the agent of a device stands in the network, seen as the device or as a service of it: the type `ServiceEndpoint`. */
export function endpointView(device: Device, service?: Service) {
  const application = service?.application ?? BULK;
  const title = findApplication(application)?.name ?? null;
  const isOnline = device.online && (service?.enabled ?? true);
  return {
    id: (service ?? device).id,
    name: (service ?? device).name,
    title,
    type: title,
    application,
    port: service?.port ?? null,
    state: isOnline ? "active" : "inactive",
    online: isOnline,
    onlineSince: isOnline ? device.lastReported : null,
    offlineSince: isOnline ? null : device.lastReported,
    timestamp: device.lastReported,
    platform: device.platform,
    version: AGENT_VERSION,
    presenceAddress: service ? service.reach.presenceAddress : device.presenceAddress,
    // Addresses that documentation may use, with a port (api/README.md, D).
    externalAddress: "203.0.113.7:53190",
    internalAddress: "192.168.1.7:49152",
    expired: false,
    cloned: false,
    quality: "UNKNOWN",
    // What would take measuring.
    ...nulls(UNMEASURED),
  };
}

const UNMEASURED = [
  "availability",
  "instability",
  "geo",
  "manufacturer",
  "serverAddress",
  "wsAddress",
  "encryption",
  "chatter",
  "authRate",
  "jitter",
  "pingInterval",
  "onlineCount",
  "onlineDuration",
  "offlineCount",
  "offlineDuration",
];
