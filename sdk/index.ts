import "./old-node";

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
export type { ApplicationName } from "../provider/domains/services/applications";
export type * from "./types";
