import { graphql } from "../../api/generated";
import type { DevicePartsFragment, ServicePartsFragment } from "../../api/generated/graphql";

graphql(/* GraphQL */ `
  fragment ServiceParts on Service {
    id
    name
    title
    application
    host
    port
    enabled
    created
  }
`);

graphql(/* GraphQL */ `
  fragment DeviceParts on Device {
    id
    name
    hardwareId
    state
    platform
    configurable
    permissions
    created
    owner {
      id
      email
    }
    attributes
    tags {
      name
    }
    notificationSettings {
      emailNotifications
      desktopNotifications
    }
    services {
      ...ServiceParts
    }
  }
`);

/** A device of the account, with all its services. */
export type DeviceRecord = DevicePartsFragment;

/** A service, with what is needed to know of the device that offers it. */
export interface ServiceRecord extends ServicePartsFragment {
  device: { id: string; name: string | null; configurable: boolean };
}
