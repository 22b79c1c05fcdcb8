import type { Attributed } from "../../attributed";

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
