import type { Summary } from "../../report";
import { coverageText, number } from "../words";

const RADIUS = 54;
const AROUND = 2 * Math.PI * RADIUS;

/** A ring: the managed part of the account. */
export function ring(summary: Summary): string {
  const filled = (summary.coverage * AROUND).toFixed(2);
  return `<svg class="ring" viewBox="0 0 140 140" role="img" aria-label="Coverage: ${coverageText(summary)} of the account is managed">
<circle class="track" cx="70" cy="70" r="${RADIUS}"/>
<circle class="filled" cx="70" cy="70" r="${RADIUS}" stroke-dasharray="${filled} ${AROUND.toFixed(2)}" transform="rotate(-90 70 70)"/>
<text x="70" y="70" class="figure">${coverageText(summary)}</text>
<text x="70" y="90" class="caption">managed</text>
</svg>`;
}

const parts = [
  ["in-sync", "in sync", "inSync"],
  ["changed", "changed", "changed"],
  ["missing", "missing", "missing"],
  ["not-checked", "not checked", "notChecked"],
  ["unmanaged", "unmanaged", "unmanaged"],
] as const;

/** One bar of everything there is, parted by status. A part that is there can be seen, however small. */
export function bar(summary: Summary): string {
  const all = parts.reduce((sum, [, , counts]) => sum + summary[counts], 0);
  if (all === 0) return "";
  const widths = parts.map(([, , counts]) => (summary[counts] === 0 ? 0 : Math.max(6, (1000 * summary[counts]) / all)));
  const scale = 1000 / widths.reduce((sum, width) => sum + width, 0);
  let x = 0;
  const rects = parts.map(([style, label, counts], index) => {
    const width = (widths[index] ?? 0) * scale;
    x += width;
    return width === 0
      ? ""
      : `<rect class="${style}" x="${(x - width).toFixed(1)}" width="${width.toFixed(1)}" height="12"><title>${number(summary[counts])} ${label}</title></rect>`;
  });
  const said = parts.map(([, label, counts]) => `${number(summary[counts])} ${label}`).join(", ");
  return `<svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" role="img" aria-label="${said}">${rects.join("")}</svg>`;
}
