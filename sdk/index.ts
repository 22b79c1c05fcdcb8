import "./old-node";

export * from "./resources";
export {
  getAccount,
  getAccountSettings,
  getApplicationTypes,
  getConnectLink,
  getConnectLinks,
  getContacts,
  getDevice,
  getDevices,
  getDeviceShare,
  getDeviceShares,
  getEvents,
  getGuests,
  getLimits,
  getMember,
  getMembers,
  getNetwork,
  getNetworkConnection,
  getNetworkConnections,
  getNetworks,
  getNetworkShare,
  getNetworkShares,
  getOrganization,
  getPlatformTypes,
  getRole,
  getRoles,
  getService,
  getServices,
  getSessions,
  getTag,
  getTags,
  getWebhook,
  registrationCommand,
} from "./functions";
// Not `export type *`: where a program brings no TypeScript, Pulumi compiles it with 3.8, which does not know that.
export * from "./types";
