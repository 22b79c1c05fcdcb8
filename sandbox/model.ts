export type Attributes = Record<string, unknown>;

export const PERMISSIONS = ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Attributes, and what overrides them in each context. */
export interface Attributed {
  attributes: Attributes;
  contexts?: Map<string, Attributes>;
}

/** Where a service may be reached beside its proxies; null is as remote.it has it by itself. */
export interface Reach {
  presenceAddress: string | null;
  subdomain: string | null;
  websocket: string | null;
  websocketIPv4: string | null;
  websocketIPv6: string | null;
}

export interface Service extends Attributed {
  id: string;
  deviceId: string;
  name: string;
  application: number;
  host: string | null;
  port: number | null;
  enabled: boolean;
  reach: Readonly<Reach>;
  created: string;
}

export interface Device extends Attributed {
  id: string;
  /** Undefined while the device waits to be claimed. */
  accountId: string | undefined;
  name: string;
  hardwareId: string;
  online: boolean;
  platform: number;
  /** Whether services can be added and changed through GraphQL. */
  configurable: boolean;
  permissions: readonly Permission[];
  presenceAddress: string | null;
  created: string;
  lastReported: string;
  /** Keys of the tags that it bears, by the account whose tags they are. */
  tags: Map<string, Set<string>>;
  /** Null follows the account. */
  emailNotifications: boolean | null;
  desktopNotifications: boolean | null;
  services: Map<string, Service>;
}

interface Tag {
  name: string;
  color: number;
  created: string;
}

export interface Account extends Attributed {
  id: string;
  email: string;
  developerKey: string;
  created: string;
  language: string;
  timezone: string | null;
  /** Those that it holds and those shared with it, by id in upper case. */
  devices: Map<string, Device>;
  /** The devices in the order in which they were made, until one comes or goes. */
  byCreated: Device[] | undefined;
  /** Devices that the account had, by id: a cursor may still name one. */
  gone: Map<string, Device>;
  /** By key: see tagKey. */
  tags: Map<string, Tag>;
  /** Who gets the mails: null is the user. */
  notifications: { email: boolean; desktop: boolean; url: boolean; address: string | null; recipient: string | null };
  /** Ids of the accounts that this account's user may act for. */
  memberOf: Set<string>;
  /** Oldest first. */
  events: StateEvent[];
}

export interface StateEvent {
  id: string;
  deviceId: string;
  state: "active" | "inactive";
  timestamp: string;
}

export interface Key {
  id: string;
  /** In base64. */
  secret: string;
  accountId: string;
  enabled: boolean;
  /** Made by a client, through GraphQL. */
  isMade: boolean;
  created: string;
  lastUsed: string | null;
}
