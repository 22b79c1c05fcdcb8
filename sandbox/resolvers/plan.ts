import type { Account } from "../model";

/** The plan of every account: the one that leaves nothing out, so that nothing is refused for its sake. */
const PLAN = {
  id: "sandbox-plan",
  name: "Business",
  description: "Everything that the sandbox has",
  commercial: true,
  billing: false,
  product: { id: "sandbox-product", name: "remote.it", description: null },
};

/** @param user - How it shows whose it is. */
export function licenseOf({ id, created }: Account, user: () => unknown): Record<string, unknown> {
  return {
    id: `license-${id}`,
    valid: true,
    custom: false,
    quantity: null,
    expiration: null,
    created,
    updated: created,
    plan: PLAN,
    product: PLAN.product,
    user,
  };
}

/** Features are on, counts are far away, events are kept for a year: names as in schema.graphql (A). */
export function limitsOf(account: Account, members: number, license: () => unknown): Record<string, unknown>[] {
  const limit = (name: string, value: unknown, actual: unknown = null) => ({
    name,
    value,
    actual,
    base: null,
    scale: null,
    license,
  });
  return [
    limit("iot-devices", 1_000_000, account.devices.size),
    limit("org-users", 1000, members),
    limit("log-limit", "P1Y"),
    ...["tagging", "roles", "saml", "no-splash"].map((name) => limit(name, true)),
  ];
}
