import { GraphQLError } from "graphql";
import { applications, protocolOf } from "../applications";
import type { Account } from "../model";
import { deviceNamed, findService } from "../things";
import { listDevices, type DevicesArgs } from "./device-list";
import { eventPage, type EventsArgs } from "./events";
import { registrationCode, registrationCommand, type RegistrationArgs } from "./registration";
import { accountFor, type Context } from "./support";
import { deviceView, endpointView, serviceView } from "./views";

export const query = {
  login: (_source: unknown, _args: unknown, context: Context) => userView(context, context.account),
  applicationTypes: () => applicationTypes(),
  platformTypes: () => [{ id: 1200, name: "Raspberry Pi", visible: true }],
};

const applicationTypes = () =>
  applications.map(({ id, name, port, scheme, isWeb }) => ({
    id,
    name,
    description: name,
    port,
    scheme,
    protocol: protocolOf(id),
    proxy: isWeb,
  }));

/** One account as the type `User`; nothing is computed that is not asked for. */
function userView(context: Context, account: Account): Record<string, unknown> {
  const { store } = context;
  return {
    id: account.id,
    email: account.email,
    created: account.created,
    language: "en",
    attributes: account.attributes,
    account: ({ id }: { id?: string | null }) => userView(context, accountFor(context, id)),
    info: () => ({ devices: countDevices(account) }),
    apiKey: { key: account.developerKey, updated: account.created },
    accessKeys: () =>
      [...store.keys.values()]
        .filter(({ accountId }) => accountId === account.id)
        .map(({ id, enabled }) => ({ key: id, enabled, created: account.created })),
    notificationSettings: () => ({
      emailNotifications: account.notifications.email,
      desktopNotifications: account.notifications.desktop,
      urlNotifications: account.notifications.url,
      notificationEmail: account.email,
      notificationUrl: account.notifications.address,
    }),
    applicationTypes,
    devices: (args: DevicesArgs) => {
      const { items, ...facts } = listDevices(context, account, args);
      return { ...facts, items: items.map((device) => deviceView(context, account, device)) };
    },
    device: ({ id }: { id: string[] }) =>
      few(context, id)
        .flatMap((one) => deviceNamed(store, account, one) ?? [])
        .map((device) => deviceView(context, account, device)),
    service: ({ id }: { id: string[] }) =>
      few(context, id)
        .flatMap((one) => findService(store, account, one) ?? [])
        .map(({ service, device }) => serviceView(context, account, device, service)),
    tags: () => [...account.tags.values()],
    endpoints: () => [...account.devices.values()].map(endpointView),
    networks: [],
    sessions: [],
    membership: [],
    guest: [],
    files: [],
    events: (args: EventsArgs) => eventPage(context, account, args, deviceView),
    jobs: { total: 0, hasMore: false, items: [] },
    deviceProducts: { total: 0, hasMore: false, items: [] },
    registrationCode: (args: RegistrationArgs) => registrationCode(context, account, args),
    registrationCommand: (args: RegistrationArgs) => registrationCommand(context, account, args),
  };
}

function countDevices({ devices }: Account) {
  let online = 0;
  for (const device of devices.values()) if (device.online) online += 1;
  return { total: devices.size, online, offline: devices.size - online };
}

function few({ store }: Context, ids: string[]): string[] {
  const most = Number(store.world["ids-per-request"]);
  if (ids.length > most) throw new GraphQLError(`Too many ids: at most ${most} in one request.`);
  return ids;
}
