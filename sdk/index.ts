export { Device, type DeviceArgs } from "./device";
export { Service, type ServiceArgs } from "./service";
export { Webhook, type WebhookArgs } from "./webhook";
export { getAccount, getApplicationTypes, getDevice, getDevices, getServices, registrationCommand } from "./functions";
export type { ApplicationName } from "../provider/resources/applications";
export type { AccountInfo, ApplicationTypeInfo } from "../provider/functions/account";
export type { DeviceInfo, ServiceInfo } from "../provider/functions/devices";
export type { RegistrationArgs } from "../provider/functions/registration";
export type { DeviceFilter } from "../provider/inventory";
