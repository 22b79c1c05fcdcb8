import { getAccount, getAccountSettings, getApplicationTypes, getWebhook } from "./account/functions";
import { getDevice, getDevices } from "./devices/functions";
import { getContacts, getGuests } from "./account/guests";
import { getLimits } from "./account/limits";
import { getSessions } from "./account/sessions";
import { getPlatformTypes } from "./devices/platforms";
import { getEvents } from "./account/events";
import { getRegistrationCommand } from "./devices/registration";
import {
  getNetwork,
  getNetworkConnection,
  getNetworkConnections,
  getNetworks,
  getNetworkShare,
  getNetworkShares,
} from "./networks/functions";
import { getIdentityProvider, getMember, getMembers, getOrganization, getRole, getRoles } from "./organization/functions";
import { getService, getServices } from "./services/functions";
import { getConnectLink, getConnectLinks, getDeviceShare, getDeviceShares } from "./sharing/functions";
import { getTag, getTags } from "./tags/functions";

/** Everything that programs read, by the name that it has in them. */
export const functions = {
  getDevice,
  getDevices,
  getService,
  getServices,
  getIdentityProvider,
  getMember,
  getMembers,
  getOrganization,
  getRole,
  getRoles,
  getTag,
  getTags,
  getDeviceShare,
  getDeviceShares,
  getConnectLink,
  getConnectLinks,
  getWebhook,
  getAccountSettings,
  getNetwork,
  getNetworks,
  getNetworkConnection,
  getNetworkConnections,
  getNetworkShare,
  getNetworkShares,
  getApplicationTypes,
  getPlatformTypes,
  getAccount,
  getLimits,
  getGuests,
  getContacts,
  getSessions,
  getRegistrationCommand,
  getEvents,
};

export { call, checkArguments, checked, type Reading } from "../lifecycle/function";
export { matchingDevices } from "./devices/functions";
