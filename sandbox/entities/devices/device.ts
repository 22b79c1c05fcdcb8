import type { Attributed } from "../../attributed";
import type { Permission } from "../../permissions";
import type { Owner } from "../../rows";
import type { Service } from "../services/service";

/** The rows are what entities keep of it. */
export interface Device extends Attributed, Owner {
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
  services: Map<string, Service>;
}
