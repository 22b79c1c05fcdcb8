import type { Account } from "../accounts";
import { defineEntity, type Context } from "../entity";
import { findService, serviceOf } from "../find";
import { nulls } from "../nulls";
import { sightOf } from "../permissions";
import { referenceTo } from "../references";
import type { Store } from "../store";
import { openConnections, type Connection } from "./connections";
import type { SeenService } from "./services/rows";

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

/** The sessions of an account's services: one for each connection that is open. Nobody has come through it yet. */
export default defineEntity({
  fields: {
    User: { sessions: (account, _args, context) => sessionsOf(context, account) },
    Device: {
      sessions: ({ account, device }, _args, context) => sessionsOf(context, account, (one) => one.device === device),
    },
    Service: {
      sessions: ({ account, service }, _args, context) => sessionsOf(context, account, (one) => one.service === service),
    },
    AccountInfo: {
      /** Outbound are those that the account's own user opened. */
      sessions: (account, _args, context) => ({
        inbound: sessionsOf(context, account).length,
        outbound: openConnections(context.store).filter(({ userId }) => userId === account.id).length,
      }),
    },
    Connection: {
      session: ({ session }: { session: Connection }, _args, context) => {
        const target = serviceOf(context, session.serviceId);
        return target && sessionView(context.store, session, target);
      },
    },
  },
});

function sessionsOf(context: Context, account: Account, isMeant: (target: SeenService) => boolean = () => true) {
  const { store } = context;
  const isSeen = sightOf(context, account);
  return openConnections(store).flatMap((connection) => {
    const target = findService(store, account, connection.serviceId);
    return target && isSeen(target.device) && isMeant(target) ? [sessionView(store, connection, target)] : [];
  });
}

/** As the type `Session`. */
function sessionView(store: Store, { id, userId, opened }: Connection, target: SeenService) {
  const timestamp = new Date(opened).toISOString();
  return {
    id,
    timestamp,
    state: "connected",
    connected: true,
    source: "UNKNOWN",
    address: null,
    encryption: null,
    user: store.accounts.get(userId) ?? null,
    target: () => referenceTo(store, target),
    endpoint: { id, timestamp, proxy: true, ...nulls(UNKNOWN) },
  };
}
