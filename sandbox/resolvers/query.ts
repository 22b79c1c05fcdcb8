import { createHash, randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import { applications, protocolOf } from "../applications";
import { findDevice, findService, type Account, type Registration } from "../world";
import { deviceView, endpointOf, eventView, serviceView } from "./views";
import { listDevices, page, type DevicesArgs, type PageArgs } from "./pages";
import { accountFor, type Context } from "./support";

interface RegistrationArgs extends Partial<Registration> {
  platform?: number | null;
  code?: string | null;
  unique?: boolean | null;
}

export const query = {
  login: (_source: unknown, _args: unknown, context: Context) => userView(context, context.account),
  applicationTypes: () => applicationTypes(),
  platformTypes: () => [{ id: 1200, name: "Raspberry Pi", visible: true }],
};

const applicationTypes = () =>
  applications.map((application) => ({
    ...application,
    description: application.name,
    protocol: protocolOf(application.id),
    proxy: application.scheme !== undefined && application.scheme.startsWith("http"),
  }));

/** One account as the type `User`; its fields are functions where they take arguments. */
export function userView(context: Context, account: Account): Record<string, unknown> {
  const { world } = context;
  const devices = [...account.devices.values()];
  return {
    id: account.id,
    email: account.email,
    created: account.created,
    language: "en",
    attributes: account.attributes,
    account: ({ id }: { id?: string | null }) => userView(context, accountFor(context, id)),
    info: () => {
      const online = devices.filter((device) => device.online).length;
      return { devices: { total: devices.length, online, offline: devices.length - online } };
    },
    apiKey: { key: account.developerKey },
    accessKeys: () =>
      [...world.keys.values()]
        .filter(({ accountId }) => accountId === account.id)
        .map(({ id, enabled }) => ({ key: id, enabled })),
    notificationSettings: () => ({
      emailNotifications: account.notifications.email,
      desktopNotifications: account.notifications.desktop,
      urlNotifications: account.notifications.url,
      notificationEmail: account.email,
      notificationUrl: account.notifications.address,
    }),
    applicationTypes: () => applicationTypes(),
    devices: (args: DevicesArgs) => {
      const found = listDevices(context, account, args);
      return { ...found, items: found.items.map((device) => deviceView(context, account, device)) };
    },
    device: ({ id }: { id: string[] }) =>
      id.flatMap((one) => findDevice(account, one) ?? []).map((device) => deviceView(context, account, device)),
    service: ({ id }: { id: string[] }) =>
      id
        .flatMap((one) => findService(world, account, one) ?? [])
        .map(({ service, device }) => serviceView(context, account, device, service)),
    tags: () => [...account.tags.values()],
    endpoints: () => devices.map(endpointOf),
    networks: [],
    network: null,
    sessions: [],
    membership: [],
    guest: [],
    files: [],
    organization: null,
    events: (args: PageArgs) => {
      const found = page(context, account.events, args);
      return { ...found, limited: false, items: found.items.map((event) => eventView(context, account, event)) };
    },
    eventsUrl: null,
    report: null,
    jobs: () => ({ total: 0, hasMore: false, items: [] }),
    deviceProducts: () => ({ total: 0, hasMore: false, items: [] }),
    registrationCode: (args: RegistrationArgs) => registrationCode(context, account, args),
    registrationCommand: (args: RegistrationArgs) =>
      `R3_REGISTRATION_CODE="${registrationCode(context, account, args)}" sh -c "$(curl -L https://downloads.remote.it/remoteit/install_agent.sh)"`,
  };
}

/** The same wishes give the same code, unless a new one is asked for. */
function registrationCode({ world }: Context, account: Account, args: RegistrationArgs): string {
  if (args.code) {
    if (world.registrations.has(args.code)) return args.code;
    throw new GraphQLError("Registration code not found.");
  }
  const { unique, ...wishes } = args;
  const digest = createHash("sha256").update(JSON.stringify([account.id, wishes, unique ? randomUUID() : ""]));
  const code = digest.digest("hex").slice(0, 24).toUpperCase();
  world.registrations.set(code, {
    accountId: account.id,
    name: args.name ?? null,
    tags: args.tags ?? [],
    services: args.services ?? [],
    oneTimeUse: args.oneTimeUse ?? false,
  });
  return code;
}
