import { BULK, findApplication, protocolOf } from "./applications";
import { AGENT_VERSION, ownerOf, type SeenDevice } from "./entities/devices/rows";
import type { SeenService } from "./entities/services/rows";
import type { Store } from "./store";

/** A device, or a service of it, as events, sessions and guests name it: the type `ServiceReference`. */
export function referenceTo(
  store: Store,
  { account, device, service }: SeenDevice & Partial<SeenService>,
): Record<string, unknown> {
  const application = service?.application ?? BULK;
  const { id, name, created } = service ?? device;
  const title = findApplication(application)?.name ?? null;
  return {
    id,
    name,
    created,
    application,
    title,
    type: title,
    protocol: protocolOf(application),
    port: service?.port ?? null,
    platform: device.platform,
    manufacturer: null,
    version: AGENT_VERSION,
    owner: ownerOf(store, device, account),
    device: { account, device },
  };
}
