import { visible } from "./visible";

/**
 * Text of unknown origin as a code span of Markdown: nothing in it is read as a link, an image, HTML or a mention. Outside of
 * tables only, where a bar would end the cell.
 */
export function codeSpan(text: string, most?: number): string {
  const safe = visible(text, most) || " ";
  const fence = "`".repeat(1 + Math.max(0, ...(safe.match(/`+/g) ?? []).map(({ length }) => length)));
  const padding = /^`|`$|^ .*[^ ].* $|^ +$/.test(safe) && safe.trim() !== "" ? " " : "";
  return fence + padding + safe + padding + fence;
}
