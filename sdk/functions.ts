import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import type { Log } from "../provider/client";
import type { Values } from "../provider/core/field";
import type { Context } from "../provider/domains";
import type { functions, Reading } from "../provider/domains/functions";
import { core } from "./core";
import type {
  AccountInfo,
  AccountSettingsInfo,
  ApplicationTypeInfo,
  ConnectLinkFilter,
  ConnectLinkInfo,
  ContactInfo,
  DeviceFilter,
  DeviceInfo,
  DeviceShareFilter,
  DeviceShareInfo,
  EventInfo,
  EventPeriod,
  GuestInfo,
  LimitInfo,
  ListedConnectLink,
  IdentityProviderInfo,
  MemberInfo,
  NetworkConnectionInfo,
  NetworkInfo,
  NetworkShareInfo,
  OrganizationInfo,
  PlatformTypeInfo,
  RegistrationArgs,
  RoleInfo,
  ServiceInfo,
  SessionInfo,
  TagInfo,
  WebhookInfo,
} from "./types";

/**
 * Reads one device.
 *
 * @param id - The device's id: eight pairs of hexadecimal digits.
 * @throws NotFoundError where the account has no such device.
 */
export const getDevice = (id: string): Promise<DeviceInfo> => ask("getDevice", { id });

/**
 * Reads the devices of the account, 1,000 a page, as the loop asks for them:
 *
 * ```ts
 * for await (const device of getDevices({ state: "active" })) console.log(device.name);
 * const all = await Array.fromAsync(getDevices());
 * ```
 *
 * @param filter - What remote.it filters by. Default: every device.
 */
export async function* getDevices(filter: DeviceFilter = {}): AsyncGenerator<DeviceInfo, void, undefined> {
  if (isMocked()) return yield* (await ask("getDevices", filter)).devices;
  try {
    const { checked, functions, matchingDevices, toDeviceFilter } = core();
    const account = context();
    const wanted = await checked(functions.getDevices, account, filter);
    yield* matchingDevices(account, await toDeviceFilter(account, wanted, { what: "Getting devices" }));
  } catch (error) {
    throw runError(error);
  }
}

/**
 * Reads one service.
 *
 * @param id - The service's id: eight pairs of hexadecimal digits.
 * @throws NotFoundError where the account has no such service.
 */
export const getService = (id: string): Promise<ServiceInfo> => ask("getService", { id });

/**
 * Reads the services of one device.
 *
 * @param deviceId - The device's id.
 * @throws NotFoundError where the account has no such device.
 */
export const getServices = async (deviceId: string): Promise<ServiceInfo[]> => (await ask("getServices", { deviceId })).services;

/**
 * Reads one tag of the account.
 *
 * @param name - In any case.
 * @throws NotFoundError where the account has no such tag.
 */
export const getTag = (name: string): Promise<TagInfo> => ask("getTag", { name });

/**
 * Reads the identity provider of the account's organization, without its secrets.
 *
 * @throws NotFoundError where the organization has none.
 */
export const getIdentityProvider = (): Promise<IdentityProviderInfo> => ask("getIdentityProvider", {});

/**
 * Reads one member of the account's organization.
 *
 * @param email - In any case.
 * @throws NotFoundError where the organization has no such member.
 */
export const getMember = (email: string): Promise<MemberInfo> => ask("getMember", { email });

/** Reads every member of the account's organization. The owner is none. */
export const getMembers = async (): Promise<MemberInfo[]> => (await ask("getMembers", {})).members;

/**
 * Reads the account's organization.
 *
 * @throws NotFoundError where the account has none.
 */
export const getOrganization = (): Promise<OrganizationInfo> => ask("getOrganization", {});

/**
 * Reads one role of the account's organization, also a built-in one.
 *
 * @throws NotFoundError where the organization has no such role.
 */
export const getRole = (id: string): Promise<RoleInfo> => ask("getRole", { id });

/** Reads every role of the account's organization, the built-in ones with them. */
export const getRoles = async (): Promise<RoleInfo[]> => (await ask("getRoles", {})).roles;

/** Reads every tag of the account. */
export const getTags = async (): Promise<TagInfo[]> => (await ask("getTags", {})).tags;

/**
 * Reads what is shared with one user of one device.
 *
 * @param deviceId - The device's id.
 * @param email - The user's address, in any case.
 * @throws NotFoundError where nothing of it is shared with that user.
 */
export const getDeviceShare = (deviceId: string, email: string): Promise<DeviceShareInfo> =>
  ask("getDeviceShare", { deviceId, email });

/**
 * Reads with whom the account shares its devices.
 *
 * @param filter - Only of one device, or only with one user. Without a device, all devices of the account are read.
 */
export const getDeviceShares = async (filter: DeviceShareFilter = {}): Promise<DeviceShareInfo[]> =>
  (await ask("getDeviceShares", filter)).deviceShares;

/**
 * Reads the connect link of one service, as a secret: its code lets in whoever has it.
 *
 * An Output that fails with a NotFoundError where the service has none.
 *
 * @param serviceId - The service's id.
 */
export const getConnectLink = (serviceId: string): pulumi.Output<ConnectLinkInfo> =>
  pulumi.secret(ask("getConnectLink", { serviceId }));

/**
 * Reads the connect links of the account, without their codes.
 *
 * @param filter - Only of one service, or only of some types. Default: all.
 */
export const getConnectLinks = async (filter: ConnectLinkFilter = {}): Promise<ListedConnectLink[]> =>
  (await ask("getConnectLinks", filter)).connectLinks;

/**
 * Reads the account's webhook, as a secret: whoever knows the path of its address may be able to call it.
 *
 * An Output that fails with a NotFoundError where none is set.
 */
export const getWebhook = (): pulumi.Output<WebhookInfo> => pulumi.secret(ask("getWebhook", {}));

/** Reads the settings of the account. */
export const getAccountSettings = (): Promise<AccountSettingsInfo> => ask("getAccountSettings", {});

/**
 * Reads one network of the account.
 *
 * @throws NotFoundError where the account has no such network, ConflictError where it is somebody else's.
 */
export const getNetwork = (id: string): Promise<NetworkInfo> => ask("getNetwork", { id });

/** Reads every network of the account, without those that others share with it. */
export const getNetworks = async (): Promise<NetworkInfo[]> => (await ask("getNetworks", {})).networks;

/**
 * Reads what a network of the account makes of one service.
 *
 * @param id - `networkId/serviceId`.
 * @throws NotFoundError where there is none.
 */
export const getNetworkConnection = (id: string): Promise<NetworkConnectionInfo> => ask("getNetworkConnection", { id });

/** Reads every connection of the account's networks, or of one of them. */
export const getNetworkConnections = async (filter: { networkId?: string } = {}): Promise<NetworkConnectionInfo[]> =>
  (await ask("getNetworkConnections", filter)).networkConnections;

/**
 * Reads whether somebody is let into a network of the account.
 *
 * @param id - `networkId/email`.
 * @throws NotFoundError where that is not so.
 */
export const getNetworkShare = (id: string): Promise<NetworkShareInfo> => ask("getNetworkShare", { id });

/** Reads who is let into the account's networks, or into one of them. */
export const getNetworkShares = async (filter: { networkId?: string } = {}): Promise<NetworkShareInfo[]> =>
  (await ask("getNetworkShares", filter)).networkShares;

/** Lists the application types that remote.it knows, with the numbers that `application` of a Service takes. */
export const getApplicationTypes = async (): Promise<ApplicationTypeInfo[]> =>
  (await ask("getApplicationTypes", {})).applicationTypes;

/** Lists the platforms that remote.it knows, with the numbers that name them. */
export const getPlatformTypes = async (): Promise<PlatformTypeInfo[]> => (await ask("getPlatformTypes", {})).platformTypes;

/** Lists the limits of the account's plan, with what is used of them. */
export const getLimits = async (): Promise<LimitInfo[]> => (await ask("getLimits", {})).limits;

/** Lists the users with whom the account shares devices or networks, and which. */
export const getGuests = async (): Promise<GuestInfo[]> => (await ask("getGuests", {})).guests;

/** Lists the users that something was shared with. */
export const getContacts = async (): Promise<ContactInfo[]> => (await ask("getContacts", {})).contacts;

/**
 * Lists who is connected to services of the account now.
 *
 * @param deviceId - Only to those of this device.
 * @throws NotFoundError where the account has no such device.
 */
export const getSessions = async (deviceId?: string): Promise<SessionInfo[]> =>
  (await ask("getSessions", deviceId === undefined ? {} : { deviceId })).sessions;

/** Tells the account that the configured access key speaks for. */
export const getAccount = (): Promise<AccountInfo> => ask("getAccount", {});

/**
 * Reads what happened in the account in a period, of all pages.
 *
 * @param period - `from` is needed; `to` is now by default. ISO 8601.
 */
export const getEvents = async (period: EventPeriod): Promise<EventInfo[]> => (await ask("getEvents", period)).events;

/**
 * Gives the command that registers a machine to the account when it is run there, as a secret: it holds the registration
 * code.
 *
 * remote.it keeps a code for each command that it gives, and previews ask too.
 *
 * @param args - What the machine becomes. The same values give the same command, unless `unique` is set; that is inferred.
 */
export function registrationCommand(args: RegistrationArgs = {}): pulumi.Output<string> {
  return pulumi.secret(ask("getRegistrationCommand", args).then(({ command }) => command));
}

type Name = keyof typeof functions;
type ResultOf<N extends Name> = (typeof functions)[N] extends Reading<infer _A, infer R> ? Values<R> : never;

async function ask<N extends Name>(name: N, args: object): Promise<ResultOf<N>> {
  if (isMocked()) return (await pulumi.runtime.invoke(`remoteit:index:${name}`, { ...args })) as ResultOf<N>;
  try {
    const { call, functions } = core();
    return (await call(functions[name] as Reading, context(), args)) as ResultOf<N>;
  } catch (error) {
    throw runError(error);
  }
}

/** Whether a unit test runs the program: its mocks answer then, by the plugin's names, and no account is asked. */
const isMocked = (): boolean => pulumi.runtime.getMonitor() instanceof MockMonitor;

/** Of a RunError that ends a program Pulumi shows the message, of any other error every line and field. */
function runError(error: unknown): unknown {
  if (!(error instanceof core().RemoteitError)) return error;
  return Object.assign(new pulumi.RunError(error.message), { name: error.name, cause: error });
}

/** One for each configuration: a process may run the programs of several stacks. */
const contexts = new Map<string, Context>();

function context(): Context {
  const config = new pulumi.Config("remoteit");
  const { createContext, readSettings } = core();
  const settings = readSettings({ config: (key) => config.get(key) });
  const key = JSON.stringify(settings);
  const known = contexts.get(key) ?? createContext(settings, log);
  contexts.set(key, known);
  return known;
}

const log: Log = (level, message) => {
  void (level === "warning" ? pulumi.log.warn(message) : pulumi.log.info(message));
};
