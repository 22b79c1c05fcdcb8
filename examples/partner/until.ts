/**
 * Whether a day has not passed yet, by UTC.
 *
 * @throws Error for what is no day: it must not let anybody in for good.
 */
export function isStillIn(until: string, today = new Date().toISOString().slice(0, 10)): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until)))
    throw new Error(`until is ${JSON.stringify(until)}: write a day, such as 2026-12-31.`);
  return today <= until;
}
