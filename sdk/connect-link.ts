// Made by `npm run generate` from provider/domains/sharing/connect-link.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/connect-link");
import { declare, withoutStacks } from "./declare";

export interface ConnectLinkArgs {
  /** Id of the service that the link leads to. Changing it replaces the link, by one with another address. */
  serviceId: pulumi.Input<string>;
  /** Whether the link leads to the service. Default: true. One that is switched off keeps its address. */
  enabled?: pulumi.Input<boolean> | undefined;
  /** What whoever opens the link is asked for, up to 49 characters. `""` takes the password off; left out, it is not managed. remote.it does not tell it: so it is kept as a secret in state, sent when the program changes it or switches the link on, and what another hand sets is not seen. */
  password?: pulumi.Input<string> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A lasting public address of a service, through which it is reached without remote.it's app. A service has one at most; the id is the service's. Destroying it loses the address for good: a link that was there before stays, unless `deleteOnDestroy` is set. */
export class ConnectLink extends pulumi.dynamic.Resource {
  /** Id of the service that the link leads to. Changing it replaces the link, by one with another address. */
  declare readonly serviceId: pulumi.Output<string>;
  /** Whether the link leads to the service. Default: true. One that is switched off keeps its address. */
  declare readonly enabled: pulumi.Output<boolean>;
  /** What whoever opens the link is asked for, up to 49 characters. `""` takes the password off; left out, it is not managed. remote.it does not tell it: so it is kept as a secret in state, sent when the program changes it or switches the link on, and what another hand sets is not seen. */
  declare readonly password: pulumi.Output<string | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that holds the service. */
  declare readonly accountId: pulumi.Output<string>;
  /** The link's address, which stays as long as the link is there. */
  declare readonly url: pulumi.Output<string | undefined>;
  /** Key of the link for remote.it's own SDK, where the service is no web service. Whoever has it can reach the service. */
  declare readonly code: pulumi.Output<string | undefined>;
  /** The address that the link had when this resource made or adopted it: no link of another address is ever removed. */
  declare readonly ownUrl: pulumi.Output<string | undefined>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the ConnectLink with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): ConnectLink {
    return new ConnectLink(name, {} as ConnectLinkArgs, { ...opts, id });
  }

  constructor(name: string, args: ConnectLinkArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      ["password"],
      ["serviceId", "enabled", "password", "deleteOnDestroy", "accountId", "url", "code", "ownUrl", "origin", "mark"],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions(
          { aliases: [{ type: "remoteit:index:ConnectLink" }], additionalSecretOutputs: ["password", "code"] },
          opts,
        ),
        "remoteit",
        "ConnectLink",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
