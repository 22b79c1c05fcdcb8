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

/**
 * What a page shows of a device; what the reader did not ask for is empty. Property by property: of so many things a copy by
 * spread is several times as large.
 */
export function listedRecord(device: Listed): DeviceRecord {
  const { owner, attributes = {}, services } = device;
  return {
    id: device.id,
    name: device.name,
    hardwareId: device.hardwareId ?? null,
    configurable: device.configurable ?? false,
    permissions: device.permissions,
    owner: owner && { id: owner.id, email: owner.email ?? null },
    state: device.state ?? "",
    platform: device.platform ?? null,
    created: device.created ?? null,
    tags: device.tags ?? [],
    attributes: withoutMarks(attributes),
    marks: marksIn(attributes),
    notificationSettings: device.notificationSettings ?? unread,
    services: services.map(listedService),
  };
}

const unread = { emailNotifications: null, desktopNotifications: null };

const listedService = (service: Listed["services"][number]): ServicePartsFragment => ({
  id: service.id,
  name: service.name,
  title: service.title,
  application: service.application,
  host: service.host ?? null,
  port: service.port ?? null,
  enabled: service.enabled ?? false,
  created: service.created ?? null,
});

/** A service, with what is needed to know of the device that offers it. */
export interface ServiceRecord extends ServicePartsFragment {
  /** Of a service that a page or a snapshot shows, none: they are read where one service is. */
  marks: Marks;
  device: Pick<DeviceRecord, "id" | "name" | "configurable" | "permissions">;
}
