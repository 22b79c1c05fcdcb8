// Made by `npm run generate` from provider/domains/fleets/fleet.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/fleet");
import { declare, withoutStacks } from "./declare";
import type { ApplicationName } from "./types";

export interface FleetArgs {
  /** Which of the devices that the account owns belong to the fleet: those of which all conditions hold when `pulumi up` looks. Without any condition, `allDevices: true` is needed. */
  selector: pulumi.Input<{
    /** Which tags they have. Case is ignored, unless the account distinguishes the two. */
    tags?: pulumi.Input<{
      /** Devices with at least one of these tags. */
      any?: pulumi.Input<pulumi.Input<string>[]>;
      /** Devices with every one of these tags. */
      all?: pulumi.Input<pulumi.Input<string>[]>;
    }>;
    /** A part of the name, in upper or lower case. */
    nameContains?: pulumi.Input<string>;
    /** One of these platforms, by number. */
    platforms?: pulumi.Input<pulumi.Input<number>[]>;
    /** A service of one of these application types, each a name or a number. */
    applications?: pulumi.Input<pulumi.Input<ApplicationName | (string & {}) | number>[]>;
    /** Every device that the account owns. Stands in the place of all conditions but `exclude`. */
    allDevices?: pulumi.Input<boolean>;
    /** Which of them do not belong to the fleet: those of which one of these conditions holds. */
    exclude?: pulumi.Input<{
      /** Which tags they have. Case is ignored, unless the account distinguishes the two. */
      tags?: pulumi.Input<{
        /** Devices with at least one of these tags. */
        any?: pulumi.Input<pulumi.Input<string>[]>;
        /** Devices with every one of these tags. */
        all?: pulumi.Input<pulumi.Input<string>[]>;
      }>;
      /** A part of the name, in upper or lower case. */
      nameContains?: pulumi.Input<string>;
      /** One of these platforms, by number. */
      platforms?: pulumi.Input<pulumi.Input<number>[]>;
      /** A service of one of these application types, each a name or a number. */
      applications?: pulumi.Input<pulumi.Input<ApplicationName | (string & {}) | number>[]>;
    }>;
  }>;
  /** What each of them is to be. It only adds: what it does not name stays as it is, and so does what is taken out of it, and a device that no longer matches. */
  template?:
    | pulumi.Input<{
        /** Tags that each device gets. */
        tags?: pulumi.Input<pulumi.Input<string>[]>;
        /** Tags that are taken off each device. */
        removeTags?: pulumi.Input<pulumi.Input<string>[]>;
        /** Attributes by name, at every depth; others stay as they are. `null` removes one. */
        attributes?: pulumi.Input<Record<string, unknown>>;
        /** Whether remote.it sends notifications about the device, as for a `Device`. */
        notificationSettings?: pulumi.Input<{
          emailNotifications?: pulumi.Input<boolean | null>;
          desktopNotifications?: pulumi.Input<boolean | null>;
          followAccount?: pulumi.Input<boolean>;
        }>;
        /** Services that each device has. */
        services?: pulumi.Input<
          pulumi.Input<{
            /** Name of the service. A service of the device that has it already is brought to what stands here. */
            name: pulumi.Input<string>;
            /** Type of the service, by name or number. */
            application: pulumi.Input<ApplicationName | (string & {}) | number>;
            /** Where the device reaches the service. Default for a new service: 127.0.0.1. */
            host?: pulumi.Input<string>;
            /** Port of the service. Default for a new service: that of its application type. */
            port?: pulumi.Input<number>;
            /** Whether it accepts connections. Default for a new service: true. */
            enabled?: pulumi.Input<boolean>;
          }>[]
        >;
        /** Services that are deleted from each device. `rollout.maxRemovals` says how many may be. */
        removeServices?: pulumi.Input<
          pulumi.Input<{
            /** Services with this name. */
            name?: pulumi.Input<string>;
            /** Services of this type, by name or number. */
            application?: pulumi.Input<ApplicationName | (string & {}) | number>;
            /** Services on this port. */
            port?: pulumi.Input<number>;
          }>[]
        >;
      }>
    | undefined;
  /** How devices are brought to the template, and what stops it. */
  rollout?:
    | pulumi.Input<{
        /** The most devices that one update may change. With more, it fails before the first write. Default: no limit. */
        maxChanges?: pulumi.Input<number>;
        /** The most services that one update may delete. With more, it fails before the first write. Default: 0. */
        maxRemovals?: pulumi.Input<number>;
        /** Devices that are changed together; the next ones follow once they are done. Default: 500. */
        batchSize?: pulumi.Input<number>;
        /** The most devices that may fail: after so many, no further ones are begun. No more than these are changed at once. Default: 10. */
        maxFailures?: pulumi.Input<number>;
        /** Seconds between two batches. Default: 0. */
        pauseSeconds?: pulumi.Input<number>;
        /** Whether devices that are offline are left for an update that finds them online. Default: false. */
        onlineOnly?: pulumi.Input<boolean>;
      }>
    | undefined;
  /** Where two fleets want different things of one device, the one with the higher precedence decides. The other one depends on it (`dependsOn`), so that it knows. Default: 0. */
  precedence?: pulumi.Input<number> | undefined;
  /** What destroying the fleet does: nothing (`leave`), or it takes the tags of the template off the devices that match (`removeTags`). Default: `leave`. */
  onDestroy?: pulumi.Input<"leave" | "removeTags"> | undefined;
}

/** Many devices of a remote.it account at once: which ones, by a selector, and what each of them is to be, by a template. Every `pulumi up` looks at the devices that match by then and brings them to the template; every preview says which would change. It has no list of its devices in state, so it may have any number. */
export class Fleet extends pulumi.dynamic.Resource {
  /** Which of the devices that the account owns belong to the fleet: those of which all conditions hold when `pulumi up` looks. Without any condition, `allDevices: true` is needed. */
  declare readonly selector: pulumi.Output<{
    tags?: { any?: string[]; all?: string[] };
    nameContains?: string;
    platforms?: number[];
    applications?: (ApplicationName | (string & {}) | number)[];
    allDevices?: boolean;
    exclude?: {
      tags?: { any?: string[]; all?: string[] };
      nameContains?: string;
      platforms?: number[];
      applications?: (ApplicationName | (string & {}) | number)[];
    };
  }>;
  /** What each of them is to be. It only adds: what it does not name stays as it is, and so does what is taken out of it, and a device that no longer matches. */
  declare readonly template: pulumi.Output<
    | {
        tags?: string[];
        removeTags?: string[];
        attributes?: Record<string, unknown>;
        notificationSettings?: {
          emailNotifications?: boolean | null;
          desktopNotifications?: boolean | null;
          followAccount?: boolean;
        };
        services?: {
          name: string;
          application: ApplicationName | (string & {}) | number;
          host?: string;
          port?: number;
          enabled?: boolean;
        }[];
        removeServices?: { name?: string; application?: ApplicationName | (string & {}) | number; port?: number }[];
      }
    | undefined
  >;
  /** How devices are brought to the template, and what stops it. */
  declare readonly rollout: pulumi.Output<
    | {
        maxChanges?: number;
        maxRemovals?: number;
        batchSize?: number;
        maxFailures?: number;
        pauseSeconds?: number;
        onlineOnly?: boolean;
      }
    | undefined
  >;
  /** Where two fleets want different things of one device, the one with the higher precedence decides. The other one depends on it (`dependsOn`), so that it knows. Default: 0. */
  declare readonly precedence: pulumi.Output<number | undefined>;
  /** What destroying the fleet does: nothing (`leave`), or it takes the tags of the template off the devices that match (`removeTags`). Default: `leave`. */
  declare readonly onDestroy: pulumi.Output<"leave" | "removeTags" | undefined>;
  /** Id of the account whose devices they are. */
  declare readonly accountId: pulumi.Output<string>;
  /** How many devices matched at the last update. */
  declare readonly matched: pulumi.Output<number>;
  /** How many devices the last update changed. */
  declare readonly changed: pulumi.Output<number>;
  /** How many devices the last update could not change. */
  declare readonly failed: pulumi.Output<number>;
  /** How many devices take no services through the API, and lack some of the template, at the last update. */
  declare readonly unsupported: pulumi.Output<number>;
  /** `conforms` where every device was as declared after the last update, else a digest of what was not. After a slash, that of what a later look found, where it found something else. */
  declare readonly conformity: pulumi.Output<string>;

  /** Reads the Fleet with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Fleet {
    return new Fleet(name, {} as FleetArgs, { ...opts, id });
  }

  constructor(name: string, args: FleetArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      [
        "selector",
        "template",
        "rollout",
        "precedence",
        "onDestroy",
        "accountId",
        "matched",
        "changed",
        "failed",
        "unsupported",
        "conformity",
      ],
      opts,
      name,
    );
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Fleet" }] }, opts),
        "remoteit",
        "Fleet",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
