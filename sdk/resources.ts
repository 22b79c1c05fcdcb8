// Made by `npm run generate` from the registry, provider/domains/index.ts.
export { Device, type DeviceArgs } from "./device";
export { Service, type ServiceArgs } from "./service";
export { Webhook, type WebhookArgs } from "./webhook";
