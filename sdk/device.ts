// Made by `npm run generate` from provider/domains/devices/device.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/device");
import { declare, withoutStacks } from "./declare";

export interface DeviceArgs {
  /** Origin: adopts the device with this id, which the account already has. Changing it to the id of another device replaces the resource. */
  deviceId?: pulumi.Input<string> | undefined;
  /** Origin: claims the device that shows this code: eight characters, in upper or lower case. A code works once and is used at creation only, so afterwards it may stay in the program or be removed. */
  claimCode?: pulumi.Input<string> | undefined;
  /** Origin: the device whose agent registers with this hardware id; `waitSeconds` says how long to wait for it. With `provision`, it is the hardware id under which the new device is registered. */
  hardwareId?: pulumi.Input<string> | undefined;
  /** With `hardwareId`: the code that the machine's agent registers with, so that the resource depends on whatever issues the code. It is kept secret and not sent anywhere. */
  registrationCode?: pulumi.Input<string> | undefined;
  /** Origin: creates a device through REST, with a bulk project's `projectKey` and `projectSecret`. `manufacturer` and `platform` are numbers; their defaults are what remote.it's own clients send, 0 and 1120. Needs `hardwareId` and a developer key. Where GraphQL offers `registerDevice`, that is used instead, and there is no `deviceSecret`. */
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
  /** All tags that the account has on the device, as a set: tags that are not listed are removed. If left out, tags are not managed; `[]` removes them all. Case is ignored, so `prod` counts as a declared `Prod` and keeps its spelling, unless the account distinguishes the two. Changing tags needs the ADMIN permission. */
  tags?: pulumi.Input<pulumi.Input<string>[]> | undefined;
  /** Attributes by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the device. `$remoteit` holds color (0 to 13), label, description, accessDisabled, categoryA to categoryE and statusA to statusE; remote.it's app adds copies of other attributes to it. Use a nested map rather than a name with a dot: where remote.it reads the dot as a path, such a name is an error. */
  attributes?: pulumi.Input<Record<string, unknown>> | undefined;
  /** Whether remote.it sends notifications about this device by e-mail (`emailNotifications`) and on the desktop (`desktopNotifications`). Only what you give is managed: what you leave out stays as it is, and `null` makes the device follow the account's setting. `followAccount: true` does the same for each setting that is left out, for languages that cannot write null (YAML, Go). */
  notificationSettings?:
    | pulumi.Input<{
        emailNotifications?: pulumi.Input<boolean | null>;
        desktopNotifications?: pulumi.Input<boolean | null>;
        followAccount?: pulumi.Input<boolean>;
      }>
    | undefined;
  /** How long to wait, in seconds, for a registration, or for the device to become inactive before it is deleted. Default: 0, no waiting. */
  waitSeconds?: pulumi.Input<number> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A device of a remote.it account. Exactly one origin says where it comes from: `deviceId` adopts it, `claimCode` claims it, `hardwareId` waits for its registration, `provision` creates it through REST. */
export class Device extends pulumi.dynamic.Resource {
  /** Name of the device, 1 to 100 characters. */
  declare readonly name: pulumi.Output<string | undefined>;
  /** All tags that the account has on the device, as a set: tags that are not listed are removed. If left out, tags are not managed; `[]` removes them all. Case is ignored, so `prod` counts as a declared `Prod` and keeps its spelling, unless the account distinguishes the two. Changing tags needs the ADMIN permission. */
  declare readonly tags: pulumi.Output<string[] | undefined>;
  /** Attributes by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the device. `$remoteit` holds color (0 to 13), label, description, accessDisabled, categoryA to categoryE and statusA to statusE; remote.it's app adds copies of other attributes to it. Use a nested map rather than a name with a dot: where remote.it reads the dot as a path, such a name is an error. */
  declare readonly attributes: pulumi.Output<Record<string, unknown> | undefined>;
  /** Whether remote.it sends notifications about this device by e-mail (`emailNotifications`) and on the desktop (`desktopNotifications`). Only what you give is managed: what you leave out stays as it is, and `null` makes the device follow the account's setting. `followAccount: true` does the same for each setting that is left out, for languages that cannot write null (YAML, Go). */
  declare readonly notificationSettings: pulumi.Output<
    { emailNotifications?: boolean | null; desktopNotifications?: boolean | null; followAccount?: boolean } | undefined
  >;
  /** How long to wait, in seconds, for a registration, or for the device to become inactive before it is deleted. Default: 0, no waiting. */
  declare readonly waitSeconds: pulumi.Output<number | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account that holds the device. */
  declare readonly accountId: pulumi.Output<string>;
  /** The device's hardware id, if its agent has reported one. */
  declare readonly hardwareId: pulumi.Output<string | undefined>;
  /** The secret with which the agent of a provisioned device signs in, without colons. Absent if remote.it did not return it. */
  declare readonly deviceSecret: pulumi.Output<string | undefined>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
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
