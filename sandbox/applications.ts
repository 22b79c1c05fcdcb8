import type { World } from "./worlds";

export interface Application {
  id: number;
  name: string;
  /** Null for a generic type. */
  port: number | null;
  /** Whether connections are reverse proxies. */
  isWeb: boolean;
  scheme: string | null;
}

const type = (id: number, name: string, port: number | null, scheme: string | null = null): Application => ({
  id,
  name,
  port,
  scheme,
  isWeb: scheme?.startsWith("http") ?? false,
});

/** The types that the account lists, as the comment in schema.graphql names them; their ports are the usual ones of these protocols. */
const applications: readonly Application[] = [
  type(1, "TCP", null),
  type(4, "VNC", 5900, "vnc"),
  type(5, "RDP", 3389, "rdp"),
  type(7, "HTTP", 80, "http"),
  type(8, "HTTPS", 443, "https"),
  type(28, "SSH", 22, "ssh"),
  type(34, "SMB/CIFS", 445),
  type(35, "Bulk Service", null),
  type(37, "NxWitness", 7001),
  type(38, "Nextcloud", 443, "https"),
  type(39, "OpenVPN", 1194),
  type(40, "Multiport", null),
  type(41, "Minecraft", 25_565),
  type(42, "Admin Panel", 29_999, "http"),
  type(43, "Terraria", 7777),
  type(44, "Redis", 6379),
  type(45, "MySQL", 3306),
  type(46, "PostgreSQL", 5432),
  type(47, "Docker", 2375),
  type(48, "ScreenView", 5800, "http"),
  type(49, "SOCKS", 1080),
  type(32_769, "UDP", null),
  type(32_770, "WireGuard", 51_820),
  type(32_771, "Minecraft Bedrock", 19_132),
  type(32_772, "OpenVPN over UDP", 1194),
];

/** Types that services may have although no list shows them: older web types, and one that is known by its number alone (A). */
const unlisted: readonly Application[] = [
  type(10, "10", 443, "https"),
  type(30, "30", 80, "http"),
  type(33, "33", 443, "https"),
  type(66, "66", null),
];

/** What the account's list holds besides, in a world that is newer than the public material. */
const newer = type(502, "Modbus", 502);

export const applicationsIn = (world: World): readonly Application[] =>
  world["application-types"] === "newer" ? [...applications, newer] : applications;

const byId = new Map([...applications, ...unlisted, newer].map((application) => [application.id, application]));

export const findApplication = (id: number): Application | undefined => byId.get(id);

/** The device itself, which nobody adds as a service. */
export const BULK = 35;

export const isServiceType = (world: World, id: number): boolean =>
  id !== BULK && [...applicationsIn(world), ...unlisted].some((application) => application.id === id);

/** UDP types have bit 0x8000 set. */
export const protocolOf = (id: number): string => ((id & 0x8000) === 0 ? "TCP" : "UDP");

/** What a type says of a device or a service that has it. */
export function asService(application: number) {
  const title = findApplication(application)?.name ?? String(application);
  return { application, title, type: title, protocol: protocolOf(application) };
}
