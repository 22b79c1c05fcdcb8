// Made by `npm run generate` from provider/domains/services/service.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/service");
import { declare, withoutStacks } from "./declare";
import type { ApplicationName } from "./types";

export interface ServiceArgs {
  /** Id of the device that offers the service. Changing it replaces the service. */
  deviceId: pulumi.Input<string>;
  /** Name of the service, 1 to 100 characters. remote.it may store it with the device's name in front, as in `pump - ssh`; that counts as the same name. */
  name: pulumi.Input<string>;
  /** Type of the service: the name of an application type, such as "SSH", or its number, as `getApplicationTypes()` lists them. The number may be a text, `"28"`, for languages whose SDK takes no other (Go). A name that this version does not know is looked up in remote.it. */
  application: pulumi.Input<ApplicationName | (string & {}) | number>;
  /** Where the device reaches the service: an address or a name in its own network. Default for a new service: 127.0.0.1, the device itself. */
  host?: pulumi.Input<string> | undefined;
  /** Port of the service on its host, 1 to 65535. Default for a new service: the port of its application type; TCP and UDP have none. */
  port?: pulumi.Input<number> | undefined;
  /** Whether the service accepts connections. Default for a new service: true. */
  enabled?: pulumi.Input<boolean> | undefined;
  /** Attributes by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the service. `$remoteit` holds description, route, defaultPort, targetHost, launchTemplate and commandTemplate; remote.it's app adds copies of other attributes to it. Use a nested map rather than a name with a dot: where remote.it reads the dot as a path, such a name is an error. */
  attributes?: pulumi.Input<Record<string, unknown>> | undefined;
  /** A bulk project's `projectKey` and `projectSecret`. With them, the service can be created on a device that takes no changes through the API: it is registered by the device's hardware id, through REST or, where GraphQL offers it, `addServiceByHardwareId`. Used at creation only. */
  provision?:
    | pulumi.Input<{
        projectKey: pulumi.Input<string>;
        projectSecret: pulumi.Input<string>;
        manufacturer?: pulumi.Input<number>;
        platform?: pulumi.Input<number>;
      }>
    | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A service of a device: a port that remote.it makes reachable without opening it to the internet. Its address is the resource's id. */
export class Service extends pulumi.dynamic.Resource {
  /** Id of the device that offers the service. Changing it replaces the service. */
  declare readonly deviceId: pulumi.Output<string>;
  /** Name of the service, 1 to 100 characters. remote.it may store it with the device's name in front, as in `pump - ssh`; that counts as the same name. */
  declare readonly name: pulumi.Output<string>;
  /** Type of the service: the name of an application type, such as "SSH", or its number, as `getApplicationTypes()` lists them. The number may be a text, `"28"`, for languages whose SDK takes no other (Go). A name that this version does not know is looked up in remote.it. */
  declare readonly application: pulumi.Output<ApplicationName | (string & {}) | number>;
  /** Where the device reaches the service: an address or a name in its own network. Default for a new service: 127.0.0.1, the device itself. */
  declare readonly host: pulumi.Output<string | undefined>;
  /** Port of the service on its host, 1 to 65535. Default for a new service: the port of its application type; TCP and UDP have none. */
  declare readonly port: pulumi.Output<number | undefined>;
  /** Whether the service accepts connections. Default for a new service: true. */
  declare readonly enabled: pulumi.Output<boolean | undefined>;
  /** Attributes by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the service. `$remoteit` holds description, route, defaultPort, targetHost, launchTemplate and commandTemplate; remote.it's app adds copies of other attributes to it. Use a nested map rather than a name with a dot: where remote.it reads the dot as a path, such a name is an error. */
  declare readonly attributes: pulumi.Output<Record<string, unknown> | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that holds the service. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Service with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Service {
    return new Service(name, {} as ServiceArgs, { ...opts, id });
  }

  constructor(name: string, args: ServiceArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      ["provision"],
      [
        "deviceId",
        "name",
        "application",
        "host",
        "port",
        "enabled",
        "attributes",
        "deleteOnDestroy",
        "accountId",
        "origin",
        "mark",
      ],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Service" }] }, opts),
        "remoteit",
        "Service",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
