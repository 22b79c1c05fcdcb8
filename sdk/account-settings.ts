// Made by `npm run generate` from provider/domains/account/account-settings.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/account-settings");
import { declare, withoutStacks } from "./declare";

export interface AccountSettingsArgs {
  /** Whether remote.it sends e-mails when devices of the account go online or offline. A device can have a setting of its own. */
  emailNotifications?: pulumi.Input<boolean> | undefined;
  /** Whether remote.it's application shows messages on the desktop. A device can have a setting of its own. */
  desktopNotifications?: pulumi.Input<boolean> | undefined;
  /** Language of what remote.it writes to the account's user, such as `en`. */
  language?: pulumi.Input<string> | undefined;
  /** Time zone of the account's user, such as `Europe/Berlin`. */
  timezone?: pulumi.Input<string> | undefined;
  /** Attributes of the account's user, by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the account. `$remoteit` belongs to remote.it's application. */
  attributes?: pulumi.Input<Record<string, unknown>> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** Settings of a remote.it account: notifications, language, time zone and the account's own attributes. An account always has them, so that this resource adopts what is there, changes what the program sets, and leaves everything as it is when it is destroyed. Its id is the account's. The webhook is a resource of its own. */
export class AccountSettings extends pulumi.dynamic.Resource {
  /** Whether remote.it sends e-mails when devices of the account go online or offline. A device can have a setting of its own. */
  declare readonly emailNotifications: pulumi.Output<boolean | undefined>;
  /** Whether remote.it's application shows messages on the desktop. A device can have a setting of its own. */
  declare readonly desktopNotifications: pulumi.Output<boolean | undefined>;
  /** Language of what remote.it writes to the account's user, such as `en`. */
  declare readonly language: pulumi.Output<string | undefined>;
  /** Time zone of the account's user, such as `Europe/Berlin`. */
  declare readonly timezone: pulumi.Output<string | undefined>;
  /** Attributes of the account's user, by name. Only the names that you give are managed, at every depth; a name that you remove from the map is removed from the account. `$remoteit` belongs to remote.it's application. */
  declare readonly attributes: pulumi.Output<Record<string, unknown> | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account whose settings they are. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the AccountSettings with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): AccountSettings {
    return new AccountSettings(name, {}, { ...opts, id });
  }

  constructor(name: string, args: AccountSettingsArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      [
        "emailNotifications",
        "desktopNotifications",
        "language",
        "timezone",
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
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:AccountSettings" }] }, opts),
        "remoteit",
        "AccountSettings",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
