import type { Finding, Managed, Summary } from "./report";
import { thingOf } from "./thing";

/** @param managed - How many things of the account the stacks manage: see {@link managedIn}. */
export function summaryOf(findings: readonly Finding[], inSync: readonly Managed[], managed: number): Summary {
  const counts = { changed: 0, missing: 0, unmanaged: 0, "not-checked": 0 };
  for (const { status } of findings) counts[status] += 1;
  const { changed, missing, unmanaged, "not-checked": notChecked } = counts;
  return { inSync: inSync.length, changed, missing, unmanaged, notChecked, coverage: coverageOf(managed, unmanaged) };
}

/** How many things the account holds for certain that a stack manages, each once. Of what is not checked nobody knows that. */
export function managedIn(findings: readonly Finding[], inSync: readonly Managed[]): number {
  const changed = findings.filter(({ status }) => status === "changed");
  return new Set([...inSync, ...changed].map(thingOf)).size;
}

/** Rounded down: 1 means all of them. */
function coverageOf(managed: number, unmanaged: number): number {
  const all = managed + unmanaged;
  return all === 0 ? 1 : Math.floor((managed / all) * 10_000) / 10_000;
}
