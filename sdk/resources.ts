// Made by `npm run generate` from the registry, provider/domains/index.ts.
export { Device } from "./device";
export type { DeviceArgs } from "./device";
export { Service } from "./service";
export type { ServiceArgs } from "./service";
export { Webhook } from "./webhook";
export type { WebhookArgs } from "./webhook";
export { Tag } from "./tag";
export type { TagArgs } from "./tag";
export { Fleet } from "./fleet";
export type { FleetArgs } from "./fleet";
