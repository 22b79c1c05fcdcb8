// Made by `npm run generate` from provider/domains/account/webhook.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/webhook");
import { declare, withoutStacks } from "./declare";

export interface WebhookArgs {
  /** Public HTTPS address that remote.it calls when a device or a service goes online or offline. It must answer 200 within 5 seconds. If whoever knows its path may call it, pass it as a secret. */
  url: pulumi.Input<string>;
  /** Whether remote.it calls the address. Default: true. remote.it itself switches off a webhook that fails repeatedly; the next `pulumi refresh` shows it and `pulumi up` switches it on again. If remote.it forgets the address while the webhook is off, a warning says so, and the address is set again when it is switched on. */
  enabled?: pulumi.Input<boolean> | undefined;
  /** Whether an address that the account already has may be overwritten. Default: false, which fails with an error that names it. */
  takeover?: pulumi.Input<boolean> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** The webhook of a remote.it account: one address for each account, which remote.it calls whenever a device or a service goes online or offline. Its id is the account's. Switching it off or on in remote.it's app clears the address: `pulumi up --refresh` sets it again. */
export class Webhook extends pulumi.dynamic.Resource {
  /** Public HTTPS address that remote.it calls when a device or a service goes online or offline. It must answer 200 within 5 seconds. If whoever knows its path may call it, pass it as a secret. */
  declare readonly url: pulumi.Output<string>;
  /** Whether remote.it calls the address. Default: true. remote.it itself switches off a webhook that fails repeatedly; the next `pulumi refresh` shows it and `pulumi up` switches it on again. If remote.it forgets the address while the webhook is off, a warning says so, and the address is set again when it is switched on. */
  declare readonly enabled: pulumi.Output<boolean>;
  /** Whether an address that the account already has may be overwritten. Default: false, which fails with an error that names it. */
  declare readonly takeover: pulumi.Output<boolean | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account whose webhook it is. */
  declare readonly accountId: pulumi.Output<string>;
  /** The address that this resource has set, whatever the account holds since: no other is ever cleared. Secret, since `url` may be. */
  declare readonly ownUrl: pulumi.Output<string | undefined>;
  /** True where remote.it has cleared the address because the webhook is switched off: the account then shows none, and nothing is missing. */
  declare readonly urlCleared: pulumi.Output<boolean | undefined>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Webhook with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Webhook {
    return new Webhook(name, {} as WebhookArgs, { ...opts, id });
  }

  constructor(name: string, args: WebhookArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      ["url", "enabled", "takeover", "deleteOnDestroy", "accountId", "ownUrl", "urlCleared", "origin", "mark"],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Webhook" }], additionalSecretOutputs: ["ownUrl"] }, opts),
        "remoteit",
        "Webhook",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
