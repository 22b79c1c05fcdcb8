// Made by `npm run generate` from provider/domains/networks/network-share.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/network-share");
import { declare, withoutStacks } from "./declare";

export interface NetworkShareArgs {
  /** Id of the network. Changing it replaces the share. */
  networkId: pulumi.Input<string>;
  /** Address of the user who is let in. Case is ignored. Changing it replaces the share. Whether remote.it invites an address without an account or refuses it is unknown. */
  email: pulumi.Input<string>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A user who is let into a network of a remote.it account, and so may connect to each of its services. The id is `networkId/email`. A guest may leave the network on their own: the next refresh shows it. */
export class NetworkShare extends pulumi.dynamic.Resource {
  /** Id of the network. Changing it replaces the share. */
  declare readonly networkId: pulumi.Output<string>;
  /** Address of the user who is let in. Case is ignored. Changing it replaces the share. Whether remote.it invites an address without an account or refuses it is unknown. */
  declare readonly email: pulumi.Output<string>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that holds the network. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the NetworkShare with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): NetworkShare {
    return new NetworkShare(name, {} as NetworkShareArgs, { ...opts, id });
  }

  constructor(name: string, args: NetworkShareArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(args, [], ["networkId", "email", "deleteOnDestroy", "accountId", "origin", "mark"], opts);
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:NetworkShare" }] }, opts),
        "remoteit",
        "NetworkShare",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
