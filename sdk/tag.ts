// Made by `npm run generate` from provider/domains/tags/tag.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/tag");
import { declare, withoutStacks } from "./declare";

export interface TagArgs {
  /** Name of the tag, 1 to 100 characters without white space. Another one renames the tag in place, on everything that bears it. Case means nothing: `prod` is `Prod`, which keeps its spelling. */
  name: pulumi.Input<string>;
  /** Color in remote.it's app, 1 to 13; 0 for none. Left out, a new tag has none. */
  color?: pulumi.Input<number> | undefined;
  /** Whether a rename to a name that the account has already merges the two tags: what bears this one then bears that one. Default: false, an error. */
  merge?: pulumi.Input<boolean> | undefined;
  /** Whether a tag that something bears may be deleted, which takes it off everything. Default: false, an error that names what bears it. */
  removeFromAll?: pulumi.Input<boolean> | undefined;
  /** Whether destroying the resource deletes the thing from the account. Default: true for what this resource made, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** A tag of a remote.it account: a name and a color. Devices, networks, roles and products can bear it; which tags a device bears is its own property `tags`. The id is `accountId/name`: after a rename the next refresh brings the new one. */
export class Tag extends pulumi.dynamic.Resource {
  /** Name of the tag, 1 to 100 characters without white space. Another one renames the tag in place, on everything that bears it. Case means nothing: `prod` is `Prod`, which keeps its spelling. */
  declare readonly name: pulumi.Output<string>;
  /** Color in remote.it's app, 1 to 13; 0 for none. Left out, a new tag has none. */
  declare readonly color: pulumi.Output<number | undefined>;
  /** Whether a rename to a name that the account has already merges the two tags: what bears this one then bears that one. Default: false, an error. */
  declare readonly merge: pulumi.Output<boolean | undefined>;
  /** Whether a tag that something bears may be deleted, which takes it off everything. Default: false, an error that names what bears it. */
  declare readonly removeFromAll: pulumi.Output<boolean | undefined>;
  /** Whether destroying the resource deletes the thing from the account. Default: true for what this resource made, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account whose tag it is. */
  declare readonly accountId: pulumi.Output<string>;
  /** How the resource came by its thing: `made` (of a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before, as what was imported was. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource left among the thing's attributes, because others may manage it as well. Absent where it made the thing. */
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
