// Made by `npm run generate` from provider/domains/tags/tag.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/tag");
import { declare, withoutStacks } from "./declare";

export interface TagArgs {
  /** Name of the tag, 1 to 100 characters without white space. Changing it renames the tag in place, on everything that has it. Case is ignored: `prod` is the same tag as `Prod`, which keeps its spelling. */
  name: pulumi.Input<string>;
  /** Color in remote.it's app, 1 to 13; 0 for none. Default for a new tag: none. */
  color?: pulumi.Input<number> | undefined;
  /** Whether renaming it to a tag that the account already has merges the two: everything that has this tag then has the other. Default: false, which fails with an error. */
  merge?: pulumi.Input<boolean> | undefined;
  /** Whether the tag may be deleted while it is in use, which removes it from everything. Default: false, which fails with an error that names what has the tag. */
  removeFromAll?: pulumi.Input<boolean> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A tag of a remote.it account: a name and a color. Devices, networks, roles and products can have it; the tags of a device are set by its own property `tags`. The id is `accountId/name`; after a rename, the next refresh updates it. */
export class Tag extends pulumi.dynamic.Resource {
  /** Name of the tag, 1 to 100 characters without white space. Changing it renames the tag in place, on everything that has it. Case is ignored: `prod` is the same tag as `Prod`, which keeps its spelling. */
  declare readonly name: pulumi.Output<string>;
  /** Color in remote.it's app, 1 to 13; 0 for none. Default for a new tag: none. */
  declare readonly color: pulumi.Output<number | undefined>;
  /** Whether renaming it to a tag that the account already has merges the two: everything that has this tag then has the other. Default: false, which fails with an error. */
  declare readonly merge: pulumi.Output<boolean | undefined>;
  /** Whether the tag may be deleted while it is in use, which removes it from everything. Default: false, which fails with an error that names what has the tag. */
  declare readonly removeFromAll: pulumi.Output<boolean | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account whose tag it is. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Tag with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Tag {
    return new Tag(name, {} as TagArgs, { ...opts, id });
  }

  constructor(name: string, args: TagArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      ["name", "color", "merge", "removeFromAll", "deleteOnDestroy", "accountId", "origin", "mark"],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(provider, name, props, pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Tag" }] }, opts), "remoteit", "Tag");
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
