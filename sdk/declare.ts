import * as pulumi from "@pulumi/pulumi";

/**
 * What a dynamic resource is constructed with: the arguments, the secret ones marked so that they are encrypted in state
 * (Pulumi does that for outputs only), and a place for each fact that the provider tells.
 */
export function declare(args: object, secrets: readonly string[], facts: readonly string[]): pulumi.Inputs {
  const props: pulumi.Inputs = Object.fromEntries(facts.map((fact) => [fact, undefined]));
  for (const [name, value] of Object.entries(args) as [string, unknown][]) {
    props[name] = secrets.includes(name) && value !== undefined ? pulumi.secret(value) : value;
  }
  return props;
}
