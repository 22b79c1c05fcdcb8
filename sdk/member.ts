// Made by `npm run generate` from provider/domains/organization/member.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/member");
import { declare, withoutStacks } from "./declare";

export interface MemberArgs {
  /** E-mail address of the user. Case is ignored. Another one is another member. */
  email: pulumi.Input<string>;
  /** Id of the role, as a `Role` has it. Either this or `role` says what the member may do. */
  roleId?: pulumi.Input<string> | undefined;
  /** A built-in role by its name: `ADMIN`, `MEMBER` or `NO_ACCESS`, or another one that the organization shows. Either this or `roleId`. */
  role?: pulumi.Input<string> | undefined;
  /** Whether the member takes a seat of the plan. Default for a new member: `LICENSED`. */
  license?: pulumi.Input<"LICENSED" | "UNLICENSED"> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A member of an organization, and the role that says what the member may do there. The owner is none. The id is `accountId/email`. Nobody removes the own user with it: who leaves an organization does so in remote.it's app. */
export class Member extends pulumi.dynamic.Resource {
  /** E-mail address of the user. Case is ignored. Another one is another member. */
  declare readonly email: pulumi.Output<string>;
  /** Id of the role, as a `Role` has it. Either this or `role` says what the member may do. */
  declare readonly roleId: pulumi.Output<string | undefined>;
  /** A built-in role by its name: `ADMIN`, `MEMBER` or `NO_ACCESS`, or another one that the organization shows. Either this or `roleId`. */
  declare readonly role: pulumi.Output<string | undefined>;
  /** Whether the member takes a seat of the plan. Default for a new member: `LICENSED`. */
  declare readonly license: pulumi.Output<"LICENSED" | "UNLICENSED" | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account whose organization it is. */
  declare readonly accountId: pulumi.Output<string>;
  /** Id of the user; absent of one who was only invited, where remote.it does not show it yet. */
  declare readonly userId: pulumi.Output<string | undefined>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Member with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Member {
    return new Member(name, {} as MemberArgs, { ...opts, id });
  }

  constructor(name: string, args: MemberArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      ["email", "roleId", "role", "license", "deleteOnDestroy", "accountId", "userId", "origin", "mark"],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Member" }] }, opts),
        "remoteit",
        "Member",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
