// Made by `npm run generate` from provider/domains/services/service.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/service");
import { declare, withoutStacks } from "./declare";
import type { ApplicationName } from "./types";

export interface ServiceArgs {
  /** Id of the device that offers the service. Another device replaces the service. */
  deviceId: pulumi.Input<string>;
  /** Name of the service, 1 to 100 characters. remote.it may store it with the device's name before it, as `pump - ssh`: that is the same name. */
  name: pulumi.Input<string>;
  /** What the service speaks: the name of an application type, such as "SSH", or its number, as `getApplicationTypes()` lists them. The number may be a text, `"28"`, for languages whose SDK takes no other (Go). A name that this version does not know is looked up there. */
  application: pulumi.Input<ApplicationName | (string & {}) | number>;
  /** Where the device finds the service: an address or a name in its own network. Left out, a new service gets 127.0.0.1, the device itself. */
  host?: pulumi.Input<string> | undefined;
  /** Port of the service on its host, 1 to 65535. Left out, a new service gets that of its application type; TCP and UDP have none. */
  port?: pulumi.Input<number> | undefined;
  /** Whether connections to the service are accepted. Left out, a new service accepts them. */
  enabled?: pulumi.Input<boolean> | undefined;
  /** A bulk project's `projectKey` and `projectSecret`: with them the service is registered by its device's hardware id where the device takes no changes through the API: through REST, or through GraphQL where that offers `addServiceByHardwareId`. It counts at creation only. */
  provision?:
    | pulumi.Input<{
        projectKey: pulumi.Input<string>;
        projectSecret: pulumi.Input<string>;
        manufacturer?: pulumi.Input<number>;
        platform?: pulumi.Input<number>;
      }>
    | undefined;
  /** Whether destroying the resource deletes the thing from the account. Default: true for what this resource made, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A service of a device: a port that remote.it makes reachable without opening it. Its address is the resource's id. */
export class Service extends pulumi.dynamic.Resource {
  /** Id of the device that offers the service. Another device replaces the service. */
  declare readonly deviceId: pulumi.Output<string>;
  /** Name of the service, 1 to 100 characters. remote.it may store it with the device's name before it, as `pump - ssh`: that is the same name. */
  declare readonly name: pulumi.Output<string>;
  /** What the service speaks: the name of an application type, such as "SSH", or its number, as `getApplicationTypes()` lists them. The number may be a text, `"28"`, for languages whose SDK takes no other (Go). A name that this version does not know is looked up there. */
  declare readonly application: pulumi.Output<ApplicationName | (string & {}) | number>;
  /** Where the device finds the service: an address or a name in its own network. Left out, a new service gets 127.0.0.1, the device itself. */
  declare readonly host: pulumi.Output<string | undefined>;
  /** Port of the service on its host, 1 to 65535. Left out, a new service gets that of its application type; TCP and UDP have none. */
  declare readonly port: pulumi.Output<number | undefined>;
  /** Whether connections to the service are accepted. Left out, a new service accepts them. */
  declare readonly enabled: pulumi.Output<boolean | undefined>;
  /** Whether destroying the resource deletes the thing from the account. Default: true for what this resource made, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that holds the service. */
  declare readonly accountId: pulumi.Output<string>;
  /** How the resource came by its thing: `made` (of a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before, as what was imported was. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource left among the thing's attributes, because others may manage it as well. Absent where it made the thing. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Service with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Service {
    return new Service(name, {} as ServiceArgs, { ...opts, id });
  }

  constructor(name: string, args: ServiceArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      ["provision"],
      ["deviceId", "name", "application", "host", "port", "enabled", "deleteOnDestroy", "accountId", "origin", "mark"],
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
