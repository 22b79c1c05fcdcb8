export * from "./resources";
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
