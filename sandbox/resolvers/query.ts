import { GraphQLError } from "graphql";
import { applicationsIn, protocolOf } from "../applications";
import { openConnections } from "../connections";
import type { Account } from "../model";
import { writeDeviceList } from "../reports";
import { deviceNamed, findService } from "../things";
import { attributeOf, attributesOf, type AttributeArgs } from "./attributes";
import { listDevices, type DevicesArgs } from "./device-list";
import { listEndpoints } from "./endpoints";
import { eventPage, type EventsArgs } from "./events";
import { registrationCode, registrationCommand, type RegistrationArgs } from "./registration";
import { keysOf, keyView } from "./keys";
import { membersOf, membership, organizationOf } from "./members";
import { licenseOf, limitsOf } from "./plan";
import { userReference } from "./references";
import { sessionsOf } from "./sessions";
import { guestsIn } from "./shares";
import { accountFor, type Context } from "./support";
import { deviceView, serviceView } from "./views";

export const query = {
  login: (_source: unknown, _args: unknown, context: Context) => userView(context, context.account),
  version: () => "sandbox",
  applicationTypes: (_source: unknown, _args: unknown, context: Context) => applicationTypes(context),
  platformTypes: () => [{ id: 1200, name: "Raspberry Pi", visible: true }],
};

const applicationTypes = ({ store }: Context) =>
  applicationsIn(store.world).map(({ id, name, port, scheme, isWeb }) => ({
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
  const self = () => userView(context, account);
  const info = () => infoOf(context, account);
  const license = () => licenseOf(account, self);
  return {
    id: account.id,
    email: account.email,
    created: account.created,
    language: account.language,
    timezone: account.timezone,
    lastLogin: null,
    attributes: (args: AttributeArgs) => attributesOf(account, args),
    attribute: (args: AttributeArgs) => attributeOf(account, args),
    account: (args: { id?: string | null; email?: string | null }) => userView(context, accountFor(context, args.id, args.email)),
    info,
    licenses: () => [license()],
    limits: () => limitsOf(account, membersOf(store, account).length, license),
    organization: () => organizationOf(store, account, info),
    membership: () =>
      [...account.memberOf].flatMap((id) => {
        const other = store.accounts.get(id);
        return other ? membership(other, account, () => organizationOf(store, other, () => infoOf(context, other))) : [];
      }),
    member: () =>
      membersOf(store, account).map((user) => ({ user: userReference(user), scripting: true, created: user.created })),
    apiKey: { key: account.developerKey, updated: account.created },
    accessKeys: () => keysOf(store, account).map(keyView),
    notificationSettings: () => ({
      emailNotifications: account.notifications.email,
      desktopNotifications: account.notifications.desktop,
      urlNotifications: account.notifications.url,
      notificationEmail: account.notifications.recipient ?? account.email,
      notificationUrl: account.notifications.address,
    }),
    applicationTypes: () => applicationTypes(context),
    devices: (args: DevicesArgs) => {
      const { items, ...facts } = listDevices(context, account, args);
      const { application = null } = args;
      return { ...facts, items: items.map((device) => deviceView(context, account, device, { application })) };
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
    endpoints: (args: Parameters<typeof listEndpoints>[1]) => listEndpoints(account, args),
    sessions: () => sessionsOf(context, account, deviceView),
    guest: () => guestsIn(context, account, deviceView),
    contacts: () => guestsIn(context, account, deviceView).map(({ user }) => user),
    access: [],
    // Nobody has made any of these.
    links: [],
    networks: [],
    network: ({ id }: { id: string }) => {
      throw new GraphQLError(`Network ${id} not found.`);
    },
    files: [],
    report: ({ name, parameters }: { name: string; parameters?: Record<string, unknown> | null }) => {
      if (name !== "DeviceList") throw new GraphQLError(`The report ${name} is not modelled by the sandbox.`);
      return writeDeviceList(store, account, parameters?.["services"] !== false);
    },
    connectedApps: { accessTokenTtlSeconds: null, agents: [] },
    events: (args: EventsArgs) => eventPage(context, account, args, deviceView),
    jobs: { total: 0, hasMore: false, last: null, items: [] },
    deviceProducts: { total: 0, hasMore: false, last: null, items: [] },
    registrationCode: (args: RegistrationArgs) => registrationCode(context, account, args),
    registrationCommand: (args: RegistrationArgs) => registrationCommand(context, account, args),
  };
}

/** As the type `AccountInfo`: outbound sessions are those that the account's own user opened. */
function infoOf(context: Context, account: Account) {
  const devices = [...account.devices.values()];
  const online = devices.filter((device) => device.online).length;
  const { length: total } = devices;
  return {
    devices: { total, online, offline: total - online, licensed: total, unlicensed: 0 },
    sessions: () => {
      const opened = openConnections(context.store).filter(({ userId }) => userId === account.id);
      return { inbound: sessionsOf(context, account, deviceView).length, outbound: opened.length };
    },
  };
}

function few({ store }: Context, ids: string[]): string[] {
  const most = Number(store.world["ids-per-request"]);
  if (ids.length > most) throw new GraphQLError(`Too many ids: at most ${most} in one request.`);
  return ids;
}
