// Made by `npm run generate` from provider/domains/networks/network.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/network");
import { declare, withoutStacks } from "./declare";

export interface NetworkArgs {
  /** Name of the network, 2 to 100 characters. Several may have the same: a new resource takes over the one network that is called so, unless another resource of the program has it. */
  name: pulumi.Input<string>;
  /** All tags of the network, as a set: tags that are not listed are removed. If left out, tags are not managed; `[]` removes them all. Case is ignored, so `prod` counts as a declared `Prod` and keeps its spelling, unless the account distinguishes the two. Changing tags needs the ADMIN permission. */
  tags?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Whether the network may be deleted while there are connections or shares in it, which end with it. Default: false, which fails with an error that names them. */
  forceDestroy?: pulumi.Input<boolean> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A network of a remote.it account: a named group of services, of any devices, that others can be let into. Its connections and shares are resources of their own, NetworkConnection and NetworkShare, so that several programs can each manage a part of one network. Networks that others share with the account are never managed. */
export class Network extends pulumi.dynamic.Resource {
  /** Name of the network, 2 to 100 characters. Several may have the same: a new resource takes over the one network that is called so, unless another resource of the program has it. */
  declare readonly name: pulumi.Output<string>;
  /** All tags of the network, as a set: tags that are not listed are removed. If left out, tags are not managed; `[]` removes them all. Case is ignored, so `prod` counts as a declared `Prod` and keeps its spelling, unless the account distinguishes the two. Changing tags needs the ADMIN permission. */
  declare readonly tags: pulumi.Output<string[] | undefined>;
  /** Whether the network may be deleted while there are connections or shares in it, which end with it. Default: false, which fails with an error that names them. */
  declare readonly forceDestroy: pulumi.Output<boolean | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that holds the network. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Network with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Network {
    return new Network(name, {} as NetworkArgs, { ...opts, id });
  }

  constructor(name: string, args: NetworkArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(args, [], ["name", "tags", "forceDestroy", "deleteOnDestroy", "accountId", "origin", "mark"], opts);
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Network" }] }, opts),
        "remoteit",
        "Network",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
