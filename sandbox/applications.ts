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

/** The types that the comment in schema.graphql names; their ports are the usual ones of these protocols. */
export const applications: readonly Application[] = [
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
  type(32_769, "UDP", null),
  type(32_770, "WireGuard", 51_820),
  type(32_771, "Minecraft Bedrock", 19_132),
];

const byId = new Map(applications.map((application) => [application.id, application]));

export const findApplication = (id: number): Application | undefined => byId.get(id);

/** The device itself, which nobody adds as a service. */
export const BULK = 35;

export const isServiceType = (id: number): boolean => id !== BULK && byId.has(id);

/** UDP types have bit 0x8000 set. */
export const protocolOf = (id: number): string => ((id & 0x8000) === 0 ? "TCP" : "UDP");
