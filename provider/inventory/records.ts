import { type Marks, marksIn, withoutMarks } from "./marks";
import { graphql } from "../../api/generated";
import type {
  DeviceAccessFragment,
  DevicePartsFragment,
  ListDevicesQuery,
  ServiceAccessFragment,
  ServicePartsFragment,
} from "../../api/generated/graphql";

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

graphql(/* GraphQL */ `
  fragment DeviceAccess on Device {
    access {
      user {
        id
        email
      }
      scripting
    }
  }
`);

graphql(/* GraphQL */ `
  fragment ServiceAccess on Service {
    access {
      user {
        id
      }
    }
  }
`);

/** With whom a device is shared, and what of it. */
export interface SharedWith {
  email: string;
  scripting: boolean;
  /** Ids of those services that the user has. */
  services: readonly string[];
}

/** Those who have the device or a service of it. A user who was deleted has no address (api/README.md, A), and is nobody's guest. */
export function sharedWith({
  access,
  services,
}: DeviceAccessFragment & { services: readonly (ServiceAccessFragment & { id: string })[] }): SharedWith[] {
  return access.flatMap(({ user: { id, email }, scripting }) => {
    if (email === null) return [];
    const own = services.filter((service) => service.access.some(({ user }) => user.id === id));
    return [{ email, scripting: scripting === true, services: own.map((service) => service.id) }];
  });
}

/** A service of a device. Its attributes, without the marks of resources, where they were asked for. */
export type ServiceParts = ServicePartsFragment & { attributes?: Record<string, unknown> };

/**
 * A device of the account, with all its services and the account's own tags on it. Its attributes are without the marks that
 * resources leave among them.
 */
export interface DeviceRecord extends DevicePartsFragment {
  marks: Marks;
  services: ServiceParts[];
  /** Where it was asked for. */
  shares?: readonly SharedWith[];
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
  const { owner, attributes = {}, services, access } = device;
  const record: DeviceRecord = {
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
  // Where it is asked for, it is asked of the services as well.
  if (access) record.shares = sharedWith({ access, services: services.map(({ id, access: own = [] }) => ({ id, access: own })) });
  return record;
}

const unread = { emailNotifications: null, desktopNotifications: null };

function listedService(service: Listed["services"][number]): ServiceParts {
  const record: ServiceParts = {
    id: service.id,
    name: service.name,
    title: service.title,
    application: service.application,
    host: service.host ?? null,
    port: service.port ?? null,
    enabled: service.enabled ?? false,
    created: service.created ?? null,
  };
  if (service.attributes) record.attributes = withoutMarks(service.attributes);
  return record;
}

/** A service, with what is needed to know of the device that offers it. */
export interface ServiceRecord extends ServiceParts {
  /** Of a service that a page or a snapshot shows, none: they are read where one service is. */
  marks: Marks;
  device: Pick<DeviceRecord, "id" | "name" | "configurable" | "permissions">;
}
