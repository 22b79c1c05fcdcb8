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
export { Network } from "./network";
export type { NetworkArgs } from "./network";
export { NetworkConnection } from "./network-connection";
export type { NetworkConnectionArgs } from "./network-connection";
export { NetworkShare } from "./network-share";
export type { NetworkShareArgs } from "./network-share";
export { DeviceShare } from "./device-share";
export type { DeviceShareArgs } from "./device-share";
