// Made by `npm run generate` from the functions of provider/domains: change it there.

/** Type of a service, by the name that remote.it gives it: the names that this version knows. */
export type ApplicationName =
  | "TCP"
  | "VNC"
  | "RDP"
  | "HTTP"
  | "HTTPS"
  | "SSH"
  | "SMB/CIFS"
  | "NxWitness"
  | "Nextcloud"
  | "OpenVPN"
  | "Minecraft"
  | "Admin Panel"
  | "Terraria"
  | "Redis"
  | "MySQL"
  | "PostgreSQL"
  | "Docker"
  | "ScreenView"
  | "SOCKS"
  | "UDP"
  | "WireGuard"
  | "Minecraft Bedrock"
  | "OpenVPN over UDP";

/** What getAccount answers. */
export interface AccountInfo {
  /** Id of the account. */
  id: string;
  /** Its owner's address; absent where that user was deleted. */
  email?: string | undefined;
  /** How many devices the account holds, and how many of them are online and offline. */
  devices?: DeviceCounts | undefined;
}

/** What getAccountSettings answers. */
export interface AccountSettingsInfo {
  /** Id of the account settings. */
  id: string;
  /** Whether remote.it sends e-mails when devices of the account go online or offline. A device can have a setting of its own. */
  emailNotifications?: boolean | undefined;
  /** Whether remote.it's application shows messages on the desktop. A device can have a setting of its own. */
  desktopNotifications?: boolean | undefined;
  /** Language of what remote.it writes to the account's user, such as `en`. */
  language?: string | undefined;
  /** Time zone of the account's user, such as `Europe/Berlin`. */
  timezone?: string | undefined;
  /** Attributes of the account's user, by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the account. `$remoteit` belongs to remote.it's application. */
  attributes?: Record<string, unknown> | undefined;
  /** Id of the account whose settings they are. */
  accountId: string;
}

/** A kind of service that remote.it knows. */
export interface ApplicationTypeInfo {
  /** The number that `application` of a Service takes. */
  id: number;
  name: string;
  description?: string | undefined;
  /** Default port; absent for generic types. */
  port?: number | undefined;
  /** TCP or UDP. */
  protocol?: string | undefined;
}

/** Which connect links to read. */
export interface ConnectLinkFilter {
  /** Only the link of the service with this id. */
  serviceId?: string | undefined;
  /** Only links of these types: HTTPS for web services, WSS for all others. */
  types?: ("HTTPS" | "WSS")[] | undefined;
}

/** What getConnectLink answers. */
export interface ConnectLinkInfo {
  /** Id of the connect link. */
  id: string;
  /** Id of the service that the link leads to. Changing it replaces the link, by one with another address. */
  serviceId: string;
  /** Whether the link leads to the service. Default: true. One that is switched off keeps its address. */
  enabled: boolean;
  /** Id of the account that holds the service. */
  accountId: string;
  /** The link's address, which stays as long as the link is there. */
  url?: string | undefined;
  /** Key of the link for remote.it's own SDK, where the service is no web service. Whoever has it can reach the service. */
  code?: string | undefined;
}

/** A user that something was shared with. */
export interface ContactInfo {
  id: string;
  /** Absent where the user was deleted. */
  email?: string | undefined;
}

export interface DeviceCounts {
  total: number;
  online: number;
  offline: number;
}

/** What remote.it filters devices by. */
export interface DeviceFilter {
  /** Only devices that are online (`active`), or that are not (`inactive`). */
  state?: "active" | "inactive" | undefined;
  /** Only devices whose name contains this text. */
  name?: string | undefined;
  /** Only the device with this hardware id. */
  hardwareId?: string | undefined;
  /** Only devices that bear these tags. */
  tag?: TagFilter | undefined;
  /** Whether devices that the account owns are given (true), or those shared with it (false). Left out: both. */
  owner?: boolean | undefined;
  /** Only devices that offer a service of one of these application types, each a name or a number. Of their services only these are shown. */
  application?: (ApplicationName | (string & {}) | number)[] | undefined;
  /** Only devices of one of these platforms, by number. */
  platform?: number[] | undefined;
  /** What orders the devices: `name`, `state`, `platform`, `created`, `lastReported`, `owner.email` or `endpoint.quality`, or several with commas between, each with `-` before it for the other way round. Left out: `created`, in which no change moves a device while the list is read. */
  sort?: string | undefined;
}

/** A device as the account holds it now, with all its services. */
export interface DeviceInfo {
  id: string;
  /** As the account stores it. */
  name?: string | undefined;
  hardwareId?: string | undefined;
  /** `active` while it is online, else `inactive`. */
  state: string;
  /** Number of the platform. */
  platform?: number | undefined;
  /** Whether services can be added and changed through the API. */
  configurable: boolean;
  /** What the access key's user may do: VIEW, CONNECT, SCRIPTING, MANAGE, ADMIN. */
  permissions: string[];
  /** ISO 8601. */
  created?: string | undefined;
  /** The account that owns a device. */
  owner?: OwnerInfo | undefined;
  attributes: Record<string, unknown>;
  tags: string[];
  services: ServiceInfo[];
}

/** Which shares to read. */
export interface DeviceShareFilter {
  /** Only the shares of the device with this id. */
  deviceId?: string | undefined;
  /** Only what is shared with the user of this address, in any case. */
  email?: string | undefined;
}

/** What the account holds now of one device share. */
export interface DeviceShareInfo {
  /** Id of the device share. */
  id: string;
  /** Id of the device that is shared. Changing it replaces the resource. */
  deviceId: string;
  /** Address of the user with whom it is shared. Case is ignored. Changing it replaces the resource. Whether remote.it invites an address without an account or refuses it is unknown. */
  email: string;
  /** Ids of the services that are shared, as a set: what is not listed is taken away. Default: `["*"]`, every service of the device. One that is added to the device later is shared by the next `pulumi up` after a refresh; until then, drift reports it. */
  services: string[];
  /** Whether the user may run scripts on the device. Default: false. */
  scripting: boolean;
  /** Id of the account that shares the device. */
  accountId: string;
}

/** Something that happened in the account. */
export interface EventInfo {
  id?: string | undefined;
  type: string;
  /** ISO 8601. */
  timestamp?: string | undefined;
  /** For a change of state: the new state. */
  state?: string | undefined;
  action?: string | undefined;
  /** E-mail address of the user who did it. */
  actor?: string | undefined;
  /** Devices that the event is about. */
  deviceIds: string[];
  /** Services that the event is about. */
  serviceIds: string[];
}

/** Which events to read. */
export interface EventPeriod {
  /** Start of the period, ISO 8601: a date or a time. */
  from: string;
  /** End of the period, ISO 8601. Default: now. */
  to?: string | undefined;
  /** Only events of these types. Default: all types. */
  types?:
    | (
        | "AUTH_LOGIN"
        | "AUTH_LOGIN_ATTEMPT"
        | "AUTH_PASSWORD_CHANGE"
        | "AUTH_PASSWORD_RESET"
        | "AUTH_PHONE_CHANGE"
        | "AUTH_MFA_ENABLED"
        | "AUTH_MFA_DISABLED"
        | "LICENSE_UPDATED"
        | "DEVICE_STATE"
        | "DEVICE_CONNECT"
        | "DEVICE_DELETE"
        | "DEVICE_SHARE"
        | "DEVICE_REFRESH"
        | "DEVICE_TRANSFER"
        | "DEVICE_JOB"
        | "JOB"
      )[]
    | undefined;
  /** Only events of this device. */
  deviceId?: string | undefined;
  /** At most so many events, the newest. Default: all. */
  limit?: number | undefined;
}

/** A user with whom the account shares something. */
export interface GuestInfo {
  id: string;
  /** Absent where the user was deleted. */
  email?: string | undefined;
  /** Devices of which something is shared with the user. */
  devices: SharedThing[];
  /** Networks that are shared with the user. */
  networks: SharedThing[];
}

/** What getIdentityProvider answers. */
export interface IdentityProviderInfo {
  /** Id of the identity provider. */
  id: string;
  /** The kind of sign-in: `SAML` or `OIDC`. */
  type: "SAML" | "OIDC";
  /** Of OIDC: id under which the identity provider knows remote.it. */
  clientId?: string | undefined;
  /** Of OIDC: address of the issuer. */
  issuer?: string | undefined;
  /** Id of the account whose organization it is of. */
  accountId: string;
}

/** What the plan of an account allows of one thing. */
export interface LimitInfo {
  /** Such as `iot-devices`, `org-users`, `tagging`, `roles`, `saml` or `log-limit`. */
  name: string;
  /** A number for what counts, true or false for a feature, an ISO 8601 duration for `log-limit`. Absent: no limit is told. */
  value?: unknown;
  /** How much of it is used, where that is counted. */
  actual?: unknown;
  base?: number | undefined;
  scale?: number | undefined;
}

/** What the account holds now of one connect link. */
export interface ListedConnectLink {
  /** Id of the connect link. */
  id: string;
  /** Id of the service that the link leads to. Changing it replaces the link, by one with another address. */
  serviceId: string;
  /** Whether the link leads to the service. Default: true. One that is switched off keeps its address. */
  enabled: boolean;
  /** Id of the account that holds the service. */
  accountId: string;
  /** The link's address, which stays as long as the link is there. */
  url?: string | undefined;
}

/** What the account holds now of one member. */
export interface MemberInfo {
  /** Id of the member. */
  id: string;
  /** E-mail address of the user. Case is ignored. Another one is another member. */
  email: string;
  /** Id of the role, as a `Role` has it. Either this or `role` says what the member may do. */
  roleId?: string | undefined;
  /** A built-in role by its name: `ADMIN`, `MEMBER` or `NO_ACCESS`, or another one that the organization shows. Either this or `roleId`. */
  role?: string | undefined;
  /** Whether the member takes a seat of the plan. Default for a new member: `LICENSED`. */
  license?: "LICENSED" | "UNLICENSED" | undefined;
  /** Id of the account whose organization it is. */
  accountId: string;
  /** Id of the user; absent of one who was only invited, where remote.it does not show it yet. */
  userId?: string | undefined;
}

/** What the account holds now of one network connection. */
export interface NetworkConnectionInfo {
  /** Id of the network connection. */
  id: string;
  /** Id of the network. Changing it replaces the connection. */
  networkId: string;
  /** Id of the service, of any device that the account sees. Changing it replaces the connection. Where the service is deleted, the connection goes with it. */
  serviceId: string;
  /** Name that the service has in this network, up to 100 characters; an empty text for none. Default for a new connection: none. */
  name?: string | undefined;
  /** Local port that the service has in this network, 1 to 65535; 0 for none. Default for a new connection: none. */
  port?: number | undefined;
  /** Id of the account that holds the network. */
  accountId: string;
}

/** What the account holds now of one network. */
export interface NetworkInfo {
  /** Id of the network. */
  id: string;
  /** Name of the network, 2 to 100 characters. Several may have the same: a new resource takes over the one network that is called so, unless another resource of the program has it. */
  name: string;
  /** All tags of the network, as a set: tags that are not listed are removed. If left out, tags are not managed; `[]` removes them all. Case is ignored, so `prod` counts as a declared `Prod` and keeps its spelling, unless the account distinguishes the two. Changing tags needs the ADMIN permission. */
  tags?: string[] | undefined;
  /** Id of the account that holds the network. */
  accountId: string;
}

/** What the account holds now of one network share. */
export interface NetworkShareInfo {
  /** Id of the network share. */
  id: string;
  /** Id of the network. Changing it replaces the share. */
  networkId: string;
  /** Address of the user who is let in. Case is ignored. Changing it replaces the share. Whether remote.it invites an address without an account or refuses it is unknown. */
  email: string;
  /** Id of the account that holds the network. */
  accountId: string;
}

/** What getOrganization answers. */
export interface OrganizationInfo {
  /** Id of the organization. */
  id: string;
  /** Name of the organization, as its members see it. */
  name: string;
  /** Domain of its members, for a sign-in of its own. DNS has to say `verificationValue` under `verificationCNAME` before remote.it counts it as verified. Another domain has to be verified anew. */
  domain?: string | undefined;
  /** Sign-ins of which members must use one. An empty list lets any in. */
  providers?: ("SAML" | "OIDC")[] | undefined;
  /** Id of the account whose organization it is. */
  accountId: string;
  /** Name of the CNAME record that verifies the domain; absent without a domain. */
  verificationCNAME?: string | undefined;
  /** What that CNAME record has to say. */
  verificationValue?: string | undefined;
}

/** The account that owns a device. */
export interface OwnerInfo {
  id: string;
  email?: string | undefined;
}

/** A platform that remote.it knows. */
export interface PlatformTypeInfo {
  /** The number that `platform` of a device, a registration or a filter takes. */
  id: number;
  name?: string | undefined;
  /** Whether remote.it offers it for new products. Absent where it does not tell. */
  visible?: boolean | undefined;
}

/** A service that a machine has from its registration on. */
export interface RegisteredService {
  /** Name of an application type, such as "SSH", or its number. */
  application: ApplicationName | (string & {}) | number;
  name?: string | undefined;
  host?: string | undefined;
  port?: number | undefined;
  enabled?: boolean | undefined;
}

/** What a machine that registers with the command becomes. */
export interface RegistrationArgs {
  /** Name of the device. */
  name?: string | undefined;
  /** Number of the platform. */
  platform?: number | undefined;
  /** Tags of the device. */
  tags?: string[] | undefined;
  /** Services of the device. */
  services?: RegisteredService[] | undefined;
  /** Whether the command works once only. Default: false. */
  oneTimeUse?: boolean | undefined;
  /** Whether every call gives another command, with a code of its own. Default: false. */
  unique?: boolean | undefined;
}

/** What the account holds now of one role. */
export interface RoleInfo {
  /** Id of the role. */
  id: string;
  /** Name of the role, at most 64 characters. */
  name: string;
  /** What its members may do: `VIEW`, `CONNECT`, `SCRIPTING`, `MANAGE` and `ADMIN`, each by itself. A set: the order means nothing, and what is left out is revoked. */
  permissions: ("VIEW" | "CONNECT" | "SCRIPTING" | "MANAGE" | "ADMIN")[];
  /** Which devices and networks its members reach: `ALL`, those with tags (`TAG`, with `tagFilter`), or `NONE`. Default: `NONE`. */
  access: "NONE" | "TAG" | "ALL";
  /** With `access: TAG`: the tags, of which a device or network has to bear `ANY` or `ALL`. Default of the operator: `ANY`. */
  tagFilter?: RoleTagFilter | undefined;
  /** Id of the account whose organization it is of. */
  accountId: string;
  /** Whether it is built in: then nobody can change it. */
  system: boolean;
}

export interface RoleTagFilter {
  operator?: "ANY" | "ALL" | undefined;
  values: string[];
}

/** A service as the account holds it now. */
export interface ServiceInfo {
  id: string;
  deviceId: string;
  /** As the account stores it. */
  name?: string | undefined;
  /** Number of the application type. */
  application?: number | undefined;
  /** Name of the application type. */
  title?: string | undefined;
  /** Where the device finds the service in its own network. */
  host?: string | undefined;
  port?: number | undefined;
  /** Whether connections to it are accepted. */
  enabled?: boolean | undefined;
  /** ISO 8601. */
  created?: string | undefined;
  /** By name. `getService` alone tells them: lists of services do not. */
  attributes?: Record<string, unknown> | undefined;
}

/** Somebody who is connected to a service now. */
export interface SessionInfo {
  id: string;
  /** When it began, ISO 8601. */
  timestamp: string;
  /** UNKNOWN, INTERNAL, EXTERNAL or WEBSOCKET. */
  source?: string | undefined;
  /** E-mail address of who is connected. */
  user?: string | undefined;
  serviceId?: string | undefined;
  serviceName?: string | undefined;
  deviceId?: string | undefined;
  /** Whether it goes through a proxy of remote.it. */
  proxy?: boolean | undefined;
  /** Number of the platform that is connected. */
  platform?: number | undefined;
  country?: string | undefined;
  /** Of the country. */
  state?: string | undefined;
  city?: string | undefined;
}

/** A device or a network that is shared with somebody. */
export interface SharedThing {
  id: string;
  name?: string | undefined;
}

export interface TagFilter {
  /** Names of tags. */
  values: string[];
  /** Whether one of the tags is enough, or all are needed. */
  operator?: "ANY" | "ALL" | undefined;
}

/** What the account holds now of one tag. */
export interface TagInfo {
  /** Id of the tag. */
  id: string;
  /** Name of the tag, 1 to 100 characters without white space. Changing it renames the tag in place, on everything that has it. Case is ignored: `prod` is the same tag as `Prod`, which keeps its spelling. */
  name: string;
  /** Color in remote.it's app, 1 to 13; 0 for none. Default for a new tag: none. */
  color?: number | undefined;
  /** Id of the account whose tag it is. */
  accountId: string;
}

/** What getWebhook answers. */
export interface WebhookInfo {
  /** Id of the webhook. */
  id: string;
  /** Public HTTPS address that remote.it calls when a device or a service goes online or offline. It must answer 200 within 5 seconds. If whoever knows its path may call it, pass it as a secret. */
  url: string;
  /** Whether remote.it calls the address. Default: true. remote.it itself switches off a webhook that fails repeatedly; the next `pulumi refresh` shows it and `pulumi up` switches it on again. If remote.it forgets the address while the webhook is off, a warning says so, and the address is set again when it is switched on. */
  enabled: boolean;
  /** Id of the account whose webhook it is. */
  accountId: string;
}
