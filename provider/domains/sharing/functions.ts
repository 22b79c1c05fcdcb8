import { field } from "../../core/field";
import { defineGet, defineList } from "../../lifecycle";
import { address, emailAddress } from "../shared/text";
import { connectLink } from "./connect-link";
import { deviceShare } from "./device-share";
import { shareId } from "./share-id";

export const getDeviceShare = defineGet(deviceShare, {
  args: {
    deviceId: field(address(), "Id of the device."),
    email: field(emailAddress(), "Address of the user. Case is ignored."),
  },
  id: ({ deviceId, email }) => shareId.format({ deviceId, email }),
});

export const getDeviceShares = defineList(deviceShare, "deviceShares");

export const getConnectLink = defineGet(connectLink, {
  args: { serviceId: field(address(), "Id of the service.") },
  id: ({ serviceId }) => serviceId,
});

export const getConnectLinks = defineList(connectLink, "connectLinks");
