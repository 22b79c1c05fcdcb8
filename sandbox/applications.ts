export interface Application {
  id: number;
  name: string;
  port: number | null;
  scheme?: string;
}

/** The table of schema.graphql, with the usual ports. */
export const applications: Application[] = [
  { id: 1, name: "TCP", port: null },
  { id: 4, name: "VNC", port: 5900 },
  { id: 5, name: "RDP", port: 3389 },
  { id: 7, name: "HTTP", port: 80, scheme: "http" },
  { id: 8, name: "HTTPS", port: 443, scheme: "https" },
  { id: 28, name: "SSH", port: 22, scheme: "ssh" },
  { id: 34, name: "SMB/CIFS", port: 445 },
  { id: 35, name: "Bulk Service", port: null },
  { id: 37, name: "NxWitness", port: 7001 },
  { id: 38, name: "Nextcloud", port: 80, scheme: "http" },
  { id: 39, name: "OpenVPN", port: 1194 },
  { id: 40, name: "Multiport", port: null },
  { id: 41, name: "Minecraft", port: 25565 },
  { id: 42, name: "Admin Panel", port: 29999, scheme: "http" },
  { id: 43, name: "Terraria", port: 7777 },
  { id: 32769, name: "UDP", port: null },
  { id: 32770, name: "WireGuard", port: 51820 },
  { id: 32771, name: "Minecraft Bedrock", port: 19132 },
];

/** The device itself, and what stands for several: not for a service that someone adds. */
export const notForServices = [35, 40];

export function findApplication(id: number): Application | undefined {
  return applications.find((application) => application.id === id);
}

/** UDP types have bit 0x8000 set. */
export const protocolOf = (id: number): string => ((id & 0x8000) === 0 ? "TCP" : "UDP");
