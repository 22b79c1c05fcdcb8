// Made by `npm run generate` from provider/domains/organization/identity-provider.ts: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/identity-provider");
import { declare, withoutStacks } from "./declare";

export interface IdentityProviderArgs {
  /** The kind of sign-in: `SAML` or `OIDC`. */
  type: pulumi.Input<"SAML" | "OIDC">;
  /** Of SAML: the metadata of the identity provider, as XML. remote.it does not tell it: it is kept as a secret in state and sent when the program changes it, and what another hand sets is not seen. */
  metadata?: pulumi.Input<string> | undefined;
  /** Of OIDC: id under which the identity provider knows remote.it. */
  clientId?: pulumi.Input<string> | undefined;
  /** Of OIDC: the secret that goes with the id. remote.it does not tell it: it is kept as a secret in state and sent when the program changes it, and what another hand sets is not seen. */
  clientSecret?: pulumi.Input<string> | undefined;
  /** Of OIDC: address of the issuer. */
  issuer?: pulumi.Input<string> | undefined;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  deleteOnDestroy?: pulumi.Input<boolean> | undefined;
}

/** The sign-in of an organization's own for its members, by SAML or OIDC. An organization has one, once its domain is verified; the id is the account's. Whether members must use it, `providers` of the `Organization` says. A change switches it off and on again, as remote.it's app does, since remote.it may take no other way. Destroying it switches it off. */
export class IdentityProvider extends pulumi.dynamic.Resource {
  /** The kind of sign-in: `SAML` or `OIDC`. */
  declare readonly type: pulumi.Output<"SAML" | "OIDC">;
  /** Of SAML: the metadata of the identity provider, as XML. remote.it does not tell it: it is kept as a secret in state and sent when the program changes it, and what another hand sets is not seen. */
  declare readonly metadata: pulumi.Output<string | undefined>;
  /** Of OIDC: id under which the identity provider knows remote.it. */
  declare readonly clientId: pulumi.Output<string | undefined>;
  /** Of OIDC: the secret that goes with the id. remote.it does not tell it: it is kept as a secret in state and sent when the program changes it, and what another hand sets is not seen. */
  declare readonly clientSecret: pulumi.Output<string | undefined>;
  /** Of OIDC: address of the issuer. */
  declare readonly issuer: pulumi.Output<string | undefined>;
  /** Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted. */
  declare readonly deleteOnDestroy: pulumi.Output<boolean | undefined>;
  /** Id of the account whose organization it is of. */
  declare readonly accountId: pulumi.Output<string>;
  /** Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read. */
  declare readonly origin: pulumi.Output<"made" | "claimed" | "provisioned" | "registered" | "adopted" | undefined>;
  /** Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created. */
  declare readonly mark: pulumi.Output<string | undefined>;

  /** Reads the IdentityProvider with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): IdentityProvider {
    return new IdentityProvider(name, {} as IdentityProviderArgs, { ...opts, id });
  }

  constructor(name: string, args: IdentityProviderArgs, opts?: pulumi.CustomResourceOptions) {
    const props = declare(
      args,
      ["metadata", "clientSecret"],
      ["type", "metadata", "clientId", "clientSecret", "issuer", "deleteOnDestroy", "accountId", "origin", "mark"],
      opts,
    );
    const stacks = withoutStacks();
    try {
      super(
        provider,
        name,
        props,
        pulumi.mergeOptions(
          { aliases: [{ type: "remoteit:index:IdentityProvider" }], additionalSecretOutputs: ["metadata", "clientSecret"] },
          opts,
        ),
        "remoteit",
        "IdentityProvider",
      );
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
