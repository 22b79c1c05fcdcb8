import { GraphQLError } from "graphql";
import type { Account } from "./accounts";
import { type Device, devicesOf } from "./entities/devices/rows";
import { membersOf } from "./organization";
import { rows } from "./rows";
import type { Store } from "./store";

export interface PlanLimit {
  name: string;
  value: unknown;
  actual: unknown;
}

/** What a test has made of an account's plan, by name. */
export const wishedLimits = rows(() => new Map<string, Partial<PlanLimit>>());

/** Where no test says otherwise, features are on, counts are far away, and events are kept for a year (names: api/README.md, A). */
export function limitsOf(store: Store, account: Account): PlanLimit[] {
  const limit = (name: string, value: unknown, actual: number | null = null) => ({ name, value, actual });
  const usual = [
    limit("iot-devices", 1_000_000, [...devicesOf(account).values()].filter(({ accountId }) => accountId === account.id).length),
    limit("org-users", 1000, membersOf(store, account).filter(({ license }) => license === "LICENSED").length),
    limit("log-limit", "P1Y"),
    ...["tagging", "roles", "saml", "no-splash"].map((name) => limit(name, true)),
  ];
  const wished = wishedLimits(account);
  const others = [...wished.keys()].filter((name) => !usual.some((one) => one.name === name)).map((name) => limit(name, null));
  return [...usual, ...others].map((one) => ({ ...one, ...wished.get(one.name) }));
}

/** Devices beyond the plan are taken and marked (api/README.md, D): those that came last. */
export function licenseFor(account: Account, device: Device): "LICENSED" | "UNLICENSED" {
  const most = wishedLimits(account).get("iot-devices")?.value;
  if (typeof most !== "number") return "LICENSED";
  return [...devicesOf(account).values()].indexOf(device) < most ? "LICENSED" : "UNLICENSED";
}

/** A feature that the plan switches off, and what is more than it counts, are refused. */
export function mustBeInPlan(store: Store, account: Account, name: string, more = 0): void {
  for (const { value, actual } of limitsOf(store, account).filter((limit) => limit.name === name)) {
    const isUsedUp = typeof value === "number" && Number(actual) + more > value;
    if (value === false || isUsedUp) throw new GraphQLError(`The plan of account ${account.id} does not allow it: ${name}.`);
  }
}
