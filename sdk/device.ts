// Made by `npm run generate` from provider/domains/devices/device.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/device");
import { declare, withoutStacks } from "./declare";

export interface DeviceArgs {
  /** Origin: adopts the device with this id, which is in the account already. Another id than the resource's own replaces it. */
  deviceId?: pulumi.Input<string> | undefined;
  /** Origin: claims the device that shows this code: eight characters, in any case. A code works once; it counts at creation only, so it may stay in the program or leave it. */
  claimCode?: pulumi.Input<string> | undefined;
  /** Origin: the device whose agent registers with this hardware id; `waitSeconds` says how long to wait for it. Beside `provision` it is the hardware id that the new device is registered under. */
  hardwareId?: pulumi.Input<string> | undefined;
  /** With `hardwareId`: the code that the machine's agent registers with, so that the device waits for whatever hands it out. Kept secret and sent nowhere. */
  registrationCode?: pulumi.Input<string> | undefined;
  /** Origin: makes a new device through REST, from a bulk project's `projectKey` and `projectSecret`. `manufacturer` and `platform` are numbers; left out, they are what remote.it's own clients send, 0 and 1120. Needs `hardwareId` and a developer key. Where GraphQL offers `registerDevice`, that comes first, and then there is no `deviceSecret`. */
  provision?:
    | pulumi.Input<{
        projectKey: pulumi.Input<string>;
        projectSecret: pulumi.Input<string>;
        manufacturer?: pulumi.Input<number>;
        platform?: pulumi.Input<number>;
      }>
    | undefined;
  /** Name of the device, 1 to 100 characters. */
  name?: pulumi.Input<string> | undefined;
  /** All tags that the account has on the device, as a set: those not listed are removed. Left out, tags are not managed; `[]` removes all. Another case of a tag, `prod` where `Prod` is declared, counts as the same tag, and stays as it is spelled, unless the account tells the two apart. Changing tags needs the permission ADMIN. */
  tags?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Attributes by name. Only the names given are managed, at every depth; a name that leaves the map is removed. `$remoteit` holds color (0 to 13), label, description, accessDisabled, categoryA to categoryE and statusA to statusE; remote.it's app adds copies of other attributes to it. Prefer a map to a name with a dot: where remote.it takes the dot for a path, such a name is an error. */
  attributes?: pulumi.Input<Record<string, unknown>> | undefined;
  /** Whether remote.it sends notifications about this device by e-mail (`emailNotifications`) and on the desktop (`desktopNotifications`). Only what is given is managed: what is left out stays as it is, and `null` gives the device back to the account's setting. `followAccount: true` stands for a null in each that is left out, where a language cannot say it (YAML, Go). */
  notificationSettings?:
    | pulumi.Input<{
        emailNotifications?: pulumi.Input<boolean | null>;
        desktopNotifications?: pulumi.Input<boolean | null>;
        followAccount?: pulumi.Input<boolean>;
      }>
    | undefined;
  /** Longest time, in seconds, to wait for a registration, or for the device to become inactive before it is deleted. Default 0: do not wait. */
  waitSeconds?: pulumi.Input<number> | undefined;
  /** Whether destroying the resource deletes the thing from the account. Default: true for what this resource made, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A device of a remote.it account. Exactly one origin says how it comes to be: `deviceId` adopts it, `claimCode` claims it, `hardwareId` waits for its registration, `provision` makes it through REST. */
export class Device extends pulumi.dynamic.Resource {
  /** Name of the device, 1 to 100 characters. */
  declare readonly name: pulumi.Output<string | undefined>;
  /** All tags that the account has on the device, as a set: those not listed are removed. Left out, tags are not managed; `[]` removes all. Another case of a tag, `prod` where `Prod` is declared, counts as the same tag, and stays as it is spelled, unless the account tells the two apart. Changing tags needs the permission ADMIN. */
  declare readonly tags: pulumi.Output<string[] | undefined>;
  /** Attributes by name. Only the names given are managed, at every depth; a name that leaves the map is removed. `$remoteit` holds color (0 to 13), label, description, accessDisabled, categoryA to categoryE and statusA to statusE; remote.it's app adds copies of other attributes to it. Prefer a map to a name with a dot: where remote.it takes the dot for a path, such a name is an error. */
  declare readonly attributes: pulumi.Output<Record<string, unknown> | undefined>;
  /** Whether remote.it sends notifications about this device by e-mail (`emailNotifications`) and on the desktop (`desktopNotifications`). Only what is given is managed: what is left out stays as it is, and `null` gives the device back to the account's setting. `followAccount: true` stands for a null in each that is left out, where a language cannot say it (YAML, Go). */
  declare readonly notificationSettings: pulumi.Output<
    { emailNotifications?: boolean | null; desktopNotifications?: boolean | null; followAccount?: boolean } | undefined
  >;
  /** Longest time, in seconds, to wait for a registration, or for the device to become inactive before it is deleted. Default 0: do not wait. */
  declare readonly waitSeconds: pulumi.Output<number | undefined>;
  /** Whether destroying the resource deletes the thing from the account. Default: true for what this resource made, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that holds the device. */
  declare readonly accountId: pulumi.Output<string>;
  /** The device's hardware id, where its agent told one. */
  declare readonly hardwareId: pulumi.Output<string | undefined>;
  /** What the agent of a provisioned device signs in with, without colons; absent where remote.it did not tell it. */
  declare readonly deviceSecret: pulumi.Output<string | undefined>;
  /** How the resource came by its thing: `made` (of a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before, as what was imported was. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource left among the thing's attributes, because others may manage it as well. Absent where it made the thing. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Device with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Device {
    return new Device(name, {}, { ...opts, id });
  }

  constructor(name: string, args: DeviceArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      ["claimCode", "registrationCode", "provision"],
      [
        "name",
        "tags",
        "attributes",
        "notificationSettings",
        "waitSeconds",
        "deleteOnDestroy",
        "accountId",
        "hardwareId",
        "deviceSecret",
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
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Device" }], additionalSecretOutputs: ["deviceSecret"] }, opts),
        "remoteit",
        "Device",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
