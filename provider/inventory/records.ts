import { type Marks, marksIn, withoutMarks } from "./marks";
import { graphql } from "../../api/generated";
import type { DevicePartsFragment, ListDevicesQuery, ServicePartsFragment } from "../../api/generated/graphql";

graphql(/* GraphQL */ `
  fragment ServiceCore on Service {
    id
    name
    title
    application
  }
`);

graphql(/* GraphQL */ `
  fragment ServiceParts on Service {
    ...ServiceCore
    host
    port
    enabled
    created
  }
`);

graphql(/* GraphQL */ `
  fragment DeviceCore on Device {
    id
    name
    permissions
    owner {
      id
    }
  }
`);

graphql(/* GraphQL */ `
  fragment DeviceParts on Device {
    ...DeviceCore
    hardwareId
    configurable
    owner {
      email
    }
    state
    platform
    created
    attributes
    tags(accountId: $accountId) {
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

/**
 * A device of the account, with all its services and the account's own tags on it. Its attributes are without the marks that
 * resources leave among them.
 */
export interface DeviceRecord extends DevicePartsFragment {
  marks: Marks;
  /** Set where the account is seen to tell two spellings of a tag apart: it has both. */
  tellsCase?: true;
}

export function deviceRecord(device: DevicePartsFragment): DeviceRecord {
  return { ...device, attributes: withoutMarks(device.attributes), marks: marksIn(device.attributes) };
}

type Listed = NonNullable<NonNullable<ListDevicesQuery["login"]>["account"]>["devices"]["items"][number];

/** What a page shows of a device; what the reader did not ask for is empty. */
export function listedRecord(device: Listed): DeviceRecord {
  const { attributes = {}, owner, services } = device;
  return {
    ...unread,
    ...device,
    owner: owner && { email: null, ...owner },
    attributes: withoutMarks(attributes),
    marks: marksIn(attributes),
    services: services.map((service) => ({ ...unreadService, ...service })),
  };
}

const unread = {
  hardwareId: null,
  configurable: false,
  state: "",
  platform: null,
  created: null,
  tags: [],
  notificationSettings: { emailNotifications: null, desktopNotifications: null },
} satisfies Partial<DevicePartsFragment>;

const unreadService = { host: null, port: null, enabled: false, created: null } satisfies Partial<ServicePartsFragment>;

/** A service, with what is needed to know of the device that offers it. */
export interface ServiceRecord extends ServicePartsFragment {
  /** Of a service that a page or a snapshot shows, none: they are read where one service is. */
  marks: Marks;
  device: { id: string; name: string | null; configurable: boolean };
}
