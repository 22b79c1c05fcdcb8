import "./old-node";

export * from "./resources";
export {
  getAccount,
  getApplicationTypes,
  getConnectLink,
  getConnectLinks,
  getDevice,
  getDevices,
  getDeviceShare,
  getDeviceShares,
  getEvents,
  getNetwork,
  getNetworkConnection,
  getNetworkConnections,
  getNetworks,
  getNetworkShare,
  getNetworkShares,
  getService,
  getServices,
  getMember,
  getMembers,
  getRole,
  getRoles,
  getTag,
  getTags,
  getWebhook,
  registrationCommand,
} from "./functions";
// Not `export type *`: where a program brings no TypeScript, Pulumi compiles it with 3.8, which does not know that.
export * from "./types";
