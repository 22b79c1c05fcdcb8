import type { Finding, Managed, Summary } from "./report";

/** @param managed - How many things of the account a stack manages. */
export function summaryOf(findings: readonly Finding[], inSync: readonly Managed[], managed: number): Summary {
  const counts = { changed: 0, missing: 0, unmanaged: 0, "not-checked": 0 };
  for (const { status } of findings) counts[status] += 1;
  const { changed, missing, unmanaged, "not-checked": notChecked } = counts;
  return { inSync: inSync.length, changed, missing, unmanaged, notChecked, coverage: coverageOf(managed, unmanaged) };
}

/** The managed part of all things, 0 to 1, rounded to four decimals; 1 where there is none. Rounded down, so that 1 means all. */
function coverageOf(managed: number, unmanaged: number): number {
  const all = managed + unmanaged;
  return all === 0 ? 1 : Math.floor((managed / all) * 10_000) / 10_000;
}
