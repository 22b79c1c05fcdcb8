import { openConnections, type Connection } from "../connections";
import type { Account, Device, Service } from "../model";
import { findService } from "../things";
import { referenceTo, userReference, type DeviceView } from "./references";
import { nulls, type Context } from "./support";

interface Of {
  device?: Device;
  service?: Service;
}

/**
 * The sessions of an account's services: one for each connection that is open.
 *
 * @param view - How a session shows its device.
 * @param of - Only this device's, or this service's.
 */
export function sessionsOf(context: Context, account: Account, view: DeviceView, of: Of = {}): Record<string, unknown>[] {
  return openConnections(context.store).flatMap((connection) => {
    const found = findService(context.store, account, connection.serviceId);
    if (!found || (of.device && found.device !== of.device) || (of.service && found.service !== of.service)) return [];
    return [sessionView(context, connection, { account, ...found }, view)];
  });
}

/** A connection's session, as the type `Session`; nobody has come through it yet. */
export function sessionView(
  context: Context,
  { id, userId, opened }: Connection,
  target: { account: Account; device: Device; service: Service },
  view: DeviceView,
): Record<string, unknown> {
  const user = context.store.accounts.get(userId);
  const timestamp = new Date(opened).toISOString();
  return {
    id,
    timestamp,
    state: "connected",
    connected: true,
    source: "UNKNOWN",
    address: null,
    encryption: null,
    user: user ? userReference(user) : null,
    target: () => referenceTo(context, target, view),
    endpoint: { id, timestamp, proxy: true, ...nulls(UNKNOWN) },
  };
}

const UNKNOWN = [
  "type",
  "version",
  "platform",
  "manufacturer",
  "geo",
  "encryption",
  "externalAddress",
  "internalAddress",
  "serverAddress",
  "wsAddress",
  "presenceAddress",
];
