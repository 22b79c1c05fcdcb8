import { BULK, findApplication } from "../applications";
import type { Account, Device, Service } from "../model";
import { nulls } from "./support";

/** Of every agent. */
export const AGENT_VERSION = "5.2.0";

/** Where the agent of a device stands in the network, seen as the device or as a service of it: the type `ServiceEndpoint`. */
export function endpointView(device: Device, service?: Service): Record<string, unknown> {
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

interface EndpointsArgs {
  id?: string[] | null;
  state?: string | null;
}

/** Every device and every service is one (api/README.md, C). */
export function listEndpoints({ devices }: Account, { id, state }: EndpointsArgs): Record<string, unknown>[] {
  const wanted = id && new Set(id.map((one) => one.toUpperCase()));
  return [...devices.values()]
    .flatMap((device) => [endpointView(device), ...[...device.services.values()].map((service) => endpointView(device, service))])
    .filter((endpoint) => (!wanted || wanted.has(String(endpoint["id"]))) && (!state || endpoint["state"] === state));
}
