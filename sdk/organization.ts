// Made by `npm run generate` from provider/domains/organization/organization.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/organization");
import { declare, withoutStacks } from "./declare";

export interface OrganizationArgs {
  /** Name of the organization, as its members see it. */
  name: pulumi.Input<string>;
  /** Domain of its members, for a sign-in of its own. DNS has to say `verificationValue` under `verificationCNAME` before remote.it counts it as verified. Another domain has to be verified anew. */
  domain?: pulumi.Input<string> | undefined;
  /** Sign-ins of which members must use one. An empty list lets any in. */
  providers?: pulumi.Input<pulumi.Input<"SAML" | "OIDC">[]> | undefined;
  /** How long to wait for the domain to be verified, once it is set. Default: 0. Where it is not by then, a warning says so: a DNS record of the same program is only made afterwards. */
  waitSeconds?: pulumi.Input<number> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** The organization of a remote.it account: its name, its domain and which sign-in its members must use. An account has one, whose id is the account's. Its owner makes it; destroying the resource never deletes it, since all of its roles and members would go with it. */
export class Organization extends pulumi.dynamic.Resource {
  /** Name of the organization, as its members see it. */
  declare readonly name: pulumi.Output<string>;
  /** Domain of its members, for a sign-in of its own. DNS has to say `verificationValue` under `verificationCNAME` before remote.it counts it as verified. Another domain has to be verified anew. */
  declare readonly domain: pulumi.Output<string | undefined>;
  /** Sign-ins of which members must use one. An empty list lets any in. */
  declare readonly providers: pulumi.Output<("SAML" | "OIDC")[] | undefined>;
  /** How long to wait for the domain to be verified, once it is set. Default: 0. Where it is not by then, a warning says so: a DNS record of the same program is only made afterwards. */
  declare readonly waitSeconds: pulumi.Output<number | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account whose organization it is. */
  declare readonly accountId: pulumi.Output<string>;
  /** Name of the CNAME record that verifies the domain; absent without a domain. */
  declare readonly verificationCNAME: pulumi.Output<string | undefined>;
  /** What that CNAME record has to say. */
  declare readonly verificationValue: pulumi.Output<string | undefined>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the Organization with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Organization {
    return new Organization(name, {} as OrganizationArgs, { ...opts, id });
  }

  constructor(name: string, args: OrganizationArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      [],
      [
        "name",
        "domain",
        "providers",
        "waitSeconds",
        "deleteOnDestroy",
        "accountId",
        "verificationCNAME",
        "verificationValue",
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
        pulumi.mergeOptions({ aliases: [{ type: "remoteit:index:Organization" }] }, opts),
        "remoteit",
        "Organization",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
