export { Device, type DeviceArgs } from "./device";
export { Service, type ServiceArgs } from "./service";
export { Webhook, type WebhookArgs } from "./webhook";
export {
  getAccount,
  getApplicationTypes,
  getDevice,
  getDevices,
  getEvents,
  getService,
  getServices,
  registrationCommand,
} from "./functions";
export type { ApplicationName } from "../provider/resources/applications";
export type * from "./types";
