import { z } from "zod";

/** What functions answer with. The titles name the types in every language; the descriptions become hover texts. */
export const serviceInfo = z
  .object({
    id: z.string(),
    deviceId: z.string(),
    name: z.string().optional().describe("As the account stores it."),
    application: z.int().optional().describe("Number of the application type."),
    title: z.string().optional().describe("Name of the application type."),
    host: z.string().optional().describe("Where the device finds the service in its own network."),
    port: z.int().optional(),
    enabled: z.boolean().optional().describe("Whether connections to it are accepted."),
    created: z.string().optional().describe("ISO 8601."),
    attributes: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("By name. `getService` alone tells them: lists of services do not."),
  })
  .meta({ title: "ServiceInfo", description: "A service as the account holds it now." });

const ownerInfo = z
  .object({ id: z.string(), email: z.string().optional() })
  .meta({ title: "OwnerInfo", description: "The account that owns a device." });

export const deviceInfo = z
  .object({
    id: z.string(),
    name: z.string().optional().describe("As the account stores it."),
    hardwareId: z.string().optional(),
    state: z.string().describe("`active` while it is online, else `inactive`."),
    platform: z.int().optional().describe("Number of the platform."),
    configurable: z.boolean().describe("Whether services can be added and changed through the API."),
    permissions: z.array(z.string()).describe("What the access key's user may do: VIEW, CONNECT, SCRIPTING, MANAGE, ADMIN."),
    created: z.string().optional().describe("ISO 8601."),
    owner: ownerInfo.optional(),
    attributes: z.record(z.string(), z.unknown()),
    tags: z.array(z.string()),
    services: z.array(serviceInfo),
  })
  .meta({ title: "DeviceInfo", description: "A device as the account holds it now, with all its services." });

export type DeviceInfo = z.output<typeof deviceInfo>;
export type ServiceInfo = z.output<typeof serviceInfo>;
