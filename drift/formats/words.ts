import { listable } from "../kinds";
import type { Report, Section, Summary } from "../report";

/** How a status, and what is told before all of them, is called and explained to a person, and where the summary counts it. */
export const words = {
  high: { title: "High severity", means: "may let somebody in whom no program lets in", counts: "high" },
  changed: { title: "Changed", means: "the account differs from the program", counts: "changed" },
  missing: { title: "Missing", means: "in a stack, missing from the account", counts: "missing" },
  unmanaged: { title: "Unmanaged", means: "in the account, managed by no stack", counts: "unmanaged" },
  "not-checked": { title: "Not checked", means: "could not be compared", counts: "notChecked" },
} as const satisfies Record<Section, { title: string; means: string; counts: keyof Summary }>;

const numbers = new Intl.NumberFormat("en");

/** `1,204` */
export const number = (value: number) => numbers.format(value);

/** `1 finding`, `1,204 findings` */
export const counted = (value: number, noun: string) => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;

/** `97.5%`, rounded down: all is covered only where nothing is unmanaged. */
export function coverageText({ coverage, unmanaged }: Summary): string {
  return `${Math.min(Math.floor(coverage * 1000 + 1e-6) / 10, unmanaged > 0 ? 99.9 : 100)}%`;
}

/** What all this is about, in one sentence. */
export function verdict({ findings, summary, hidden }: Report): string {
  const { high = 0, inSync } = summary;
  const severe = high > 0 ? `, ${number(high)} of high severity` : "";
  if (findings.length > 0) return `${counted(findings.length, "finding")}${severe}, ${number(inSync)} in sync`;
  const none =
    summary.inSync === 0 ? "There is nothing to compare" : `No drift: ${counted(summary.inSync, "resource")} as declared`;
  return hidden > 0 ? `${none}, apart from what is hidden` : none;
}

/** More kinds than these are not named one by one. */
const NAMED = 3;

/** Why kinds were not looked at. */
export const WHY_SILENT = "no stack holds any, a filter leaves them out, or they could not be listed";

/** Of which kinds the report says nothing, so that nobody takes its silence for good news. */
export function silentOn({ notLookedAt = [] }: Report): string | undefined {
  if (notLookedAt.length === 0) return undefined;
  if (notLookedAt.length <= NAMED) return `Not looked at: ${notLookedAt.join(", ")} (${WHY_SILENT}; see --kinds).`;
  const lookedAt = listable.map(({ type }) => type).filter((type) => !notLookedAt.includes(type));
  return `Looked at: ${lookedAt.join(", ")}. Other kinds were not: ${WHY_SILENT} (see --kinds).`;
}

/** What a reader has to know of the report itself. */
export function remarks({ hidden, warnings }: Report): string[] {
  const hides = `${counted(hidden, "finding")} ${hidden === 1 ? "is" : "are"} hidden by ignore rules or the baseline.`;
  return [...(hidden > 0 ? [hides] : []), ...warnings.map((warning) => `Warning: ${warning}`)];
}
