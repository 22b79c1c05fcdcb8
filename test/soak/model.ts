import type { ApplicationName } from "../../provider/domains/services/applications";

/** How a device comes to be, with all that the program has to say of it. */
export type Origin =
  | { kind: "adopted"; deviceId: string; deleteOnDestroy: boolean }
  | { kind: "claimed"; claimCode: string; hardwareId: string | undefined }
  | { kind: "awaited"; hardwareId: string }
  | { kind: "provisioned"; hardwareId: string };

/** A property that is undefined is left out of the program. */
export interface DeclaredDevice {
  logical: string;
  /** Its logical name of before, where the program tells it. */
  alias: string | undefined;
  /** Its logical name of before, where the program does not. */
  forgotten: string | undefined;
  origin: Origin;
  /** Undefined until remote.it has given one to a device that is awaited or made. */
  id: string | undefined;
  /** Whether the agent takes services through the API: those of bulk projects do not. */
  configurable: boolean;
  name: string | undefined;
  tags: string[] | undefined;
  attributes: Record<string, unknown> | undefined;
  /** What the program tells Pulumi to ignore: it says something else of them, which is never written. */
  ignored: Ignorable[];
}

export type Ignorable = "name" | "tags" | "attributes";

export interface DeclaredService {
  logical: string;
  alias: string | undefined;
  device: DeclaredDevice;
  name: string;
  application: ApplicationName;
  port: number | undefined;
  enabled: boolean | undefined;
}

export interface DeclaredWebhook {
  url: string;
  enabled: boolean;
  takeover: boolean;
}

/** The user's program, as data. */
export interface Declared {
  devices: DeclaredDevice[];
  services: DeclaredService[];
  webhook: DeclaredWebhook | undefined;
}

/** What the last round left managed, by logical name. */
export interface Managed {
  devices: Map<string, { id: string; isDeleted: boolean; attributes: Record<string, unknown> | undefined }>;
  services: Map<string, string>;
  /** The address that the resource knows to have set. */
  webhook: string | undefined;
}

/** Whether destroying the resource deletes the device. */
export const isDeleted = ({ origin }: DeclaredDevice): boolean => origin.kind !== "adopted" || origin.deleteOnDestroy;
