// Made by `npm run generate` from provider/domains/organization/role.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/role");
import { declare, withoutStacks } from "./declare";

export interface RoleArgs {
  /** Name of the role, at most 64 characters. */
  name: pulumi.Input<string>;
  /** What its members may do: `VIEW`, `CONNECT`, `SCRIPTING`, `MANAGE` and `ADMIN`, each by itself. A set: the order means nothing, and what is left out is revoked. */
  permissions: pulumi.Input<pulumi.Input<"VIEW" | "CONNECT" | "SCRIPTING" | "MANAGE" | "ADMIN">[]>;
  /** Which devices and networks its members reach: `ALL`, those with tags (`TAG`, with `tagFilter`), or `NONE`. Default: `NONE`. */
  access?: pulumi.Input<"NONE" | "TAG" | "ALL"> | undefined;
  /** With `access: TAG`: the tags, of which a device or network has to bear `ANY` or `ALL`. Default of the operator: `ANY`. */
  tagFilter?: pulumi.Input<{ operator?: pulumi.Input<"ANY" | "ALL">; values: pulumi.Input<pulumi.Input<string>[]> }> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A role of an organization: what members that have it may do, and which devices and networks they reach. The built-in roles can be read with `getRole` and `getRoles`, and given to members; nobody can change them. */
export class Role extends pulumi.dynamic.Resource {
  /** Name of the role, at most 64 characters. */
  declare readonly name: pulumi.Output<string>;
  /** What its members may do: `VIEW`, `CONNECT`, `SCRIPTING`, `MANAGE` and `ADMIN`, each by itself. A set: the order means nothing, and what is left out is revoked. */
  declare readonly permissions: pulumi.Output<("VIEW" | "CONNECT" | "SCRIPTING" | "MANAGE" | "ADMIN")[]>;
  /** Which devices and networks its members reach: `ALL`, those with tags (`TAG`, with `tagFilter`), or `NONE`. Default: `NONE`. */
  declare readonly access: pulumi.Output<"NONE" | "TAG" | "ALL">;
  /** With `access: TAG`: the tags, of which a device or network has to bear `ANY` or `ALL`. Default of the operator: `ANY`. */
  declare readonly tagFilter: pulumi.Output<{ operator?: "ANY" | "ALL"; values: string[] } | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account whose organization it is of. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Role with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Role {
    return new Role(name, {} as RoleArgs, { ...opts, id });
  }

  constructor(name: string, args: RoleArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      ["name", "permissions", "access", "tagFilter", "deleteOnDestroy", "accountId", "origin", "mark"],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(provider, name, props, pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Role" }] }, opts), "remoteit", "Role");
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
