// Made by `npm run generate` from provider/domains/sharing/device-share.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/device-share");
import { declare, withoutStacks } from "./declare";

export interface DeviceShareArgs {
  /** Id of the device that is shared. Changing it replaces the resource. */
  deviceId: pulumi.Input<string>;
  /** Address of the user with whom it is shared. Case is ignored. Changing it replaces the resource. Whether remote.it invites an address without an account or refuses it is unknown. */
  email: pulumi.Input<string>;
  /** Ids of the services that are shared, as a set: what is not listed is taken away. Default: `["*"]`, every service of the device. One that is added to the device later is shared by the next `pulumi up` after a refresh; until then, drift reports it. */
  services?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Whether the user may run scripts on the device. Default: false. */
  scripting?: pulumi.Input<boolean> | undefined;
  /** Whether remote.it mails the user when the share is made. Default: false. Used at creation only; no later change is mailed. */
  notify?: pulumi.Input<boolean> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A device that is shared with another user of remote.it: all of its services, or some. The id is `deviceId/email`. A user who is a guest already is adopted: the declared services and scripting are set, and destroying the resource leaves the share, unless `deleteOnDestroy` is set. */
export class DeviceShare extends pulumi.dynamic.Resource {
  /** Id of the device that is shared. Changing it replaces the resource. */
  declare readonly deviceId: pulumi.Output<string>;
  /** Address of the user with whom it is shared. Case is ignored. Changing it replaces the resource. Whether remote.it invites an address without an account or refuses it is unknown. */
  declare readonly email: pulumi.Output<string>;
  /** Ids of the services that are shared, as a set: what is not listed is taken away. Default: `["*"]`, every service of the device. One that is added to the device later is shared by the next `pulumi up` after a refresh; until then, drift reports it. */
  declare readonly services: pulumi.Output<string[]>;
  /** Whether the user may run scripts on the device. Default: false. */
  declare readonly scripting: pulumi.Output<boolean>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that shares the device. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the DeviceShare with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): DeviceShare {
    return new DeviceShare(name, {} as DeviceShareArgs, { ...opts, id });
  }

  constructor(name: string, args: DeviceShareArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      ["deviceId", "email", "services", "scripting", "deleteOnDestroy", "accountId", "origin", "mark"],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:DeviceShare" }] }, opts),
        "remoteit",
        "DeviceShare",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
