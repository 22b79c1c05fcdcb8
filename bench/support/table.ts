import type { Row } from "./measure";
import type { Sample } from "./sample";

/** The lines as one Markdown table. A value is a median, with least and most in brackets where runs differ. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const ratio = row.ours.median / row.other.median;
    const cells = [row.name, shown(row.ours, row.unit), row.than, shown(row.other, row.unit), times(ratio)];
    return [...cells, ...verdict(row, ratio)];
  });
  return markdown(["", "ours", "beside", "", "ratio", "limit", "within?"], lines);
}

export function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function verdict({ ours, unit, limit }: Row, ratio: number): [limit: string, within: string] {
  if (!limit) return ["", ""];
  if ("ratio" in limit) return [times(limit.ratio), yesNo(ratio <= limit.ratio)];
  return [unit(limit.value), yesNo(ours.median <= limit.value)];
}

const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toFixed(2)} ×` : "");
const yesNo = (within: boolean): string => (within ? "yes" : "**no**");

function shown({ median, min, max }: Sample, unit: Row["unit"]): string {
  return min === max ? unit(median) : `${unit(median)} (${unit(min)} to ${unit(max)})`;
}
