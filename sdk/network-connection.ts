// Made by `npm run generate` from provider/domains/networks/network-connection.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/network-connection");
import { declare, withoutStacks } from "./declare";

export interface NetworkConnectionArgs {
  /** Id of the network. Changing it replaces the connection. */
  networkId: pulumi.Input<string>;
  /** Id of the service, of any device that the account sees. Changing it replaces the connection. Where the service is deleted, the connection goes with it. */
  serviceId: pulumi.Input<string>;
  /** Name that the service has in this network, up to 100 characters; an empty text for none. Default for a new connection: none. */
  name?: pulumi.Input<string> | undefined;
  /** Local port that the service has in this network, 1 to 65535; 0 for none. Default for a new connection: none. */
  port?: pulumi.Input<number> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A service in a network of a remote.it account: whoever is let into the network may connect to it. The id is `networkId/serviceId`. */
export class NetworkConnection extends pulumi.dynamic.Resource {
  /** Id of the network. Changing it replaces the connection. */
  declare readonly networkId: pulumi.Output<string>;
  /** Id of the service, of any device that the account sees. Changing it replaces the connection. Where the service is deleted, the connection goes with it. */
  declare readonly serviceId: pulumi.Output<string>;
  /** Name that the service has in this network, up to 100 characters; an empty text for none. Default for a new connection: none. */
  declare readonly name: pulumi.Output<string | undefined>;
  /** Local port that the service has in this network, 1 to 65535; 0 for none. Default for a new connection: none. */
  declare readonly port: pulumi.Output<number | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that holds the network. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the NetworkConnection with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): NetworkConnection {
    return new NetworkConnection(name, {} as NetworkConnectionArgs, { ...opts, id });
  }

  constructor(name: string, args: NetworkConnectionArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      ["networkId", "serviceId", "name", "port", "deleteOnDestroy", "accountId", "origin", "mark"],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:NetworkConnection" }] }, opts),
        "remoteit",
        "NetworkConnection",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
