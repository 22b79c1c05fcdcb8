import { visible } from "../visible";
import type { Change } from "../../report";
import { valueText } from "../value";

/** Text of unknown origin as HTML, in an element or a quoted attribute: it is shown as it is written here and makes nothing. */
export function escape(text: string, most?: number): string {
  return visible(text, most).replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A name: what is written from right to left turns nothing beside it. */
export function name(text: string): string {
  return `<bdi>${escape(text) || "(no name)"}</bdi>`;
}

/** Longer values are folded, and cut off at the second number. */
const SHORT = 80;
const MOST = 5000;

/** A table of properties: what is declared and what the account holds. */
export function changesTable(changes: Change[]): string {
  if (changes.length === 0) return "";
  const rows = changes.map(
    ({ path, kind, expected, actual }) =>
      `<tr><th scope="row"><code>${escape(path)}</code></th><td>${kind === "add" ? none("not declared") : value(expected)}</td><td>${kind === "remove" ? none("none") : value(actual)}</td></tr>`,
  );
  return `<table class="changes"><thead><tr><th scope="col">Property</th><th scope="col">Declared</th><th scope="col">In the account</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function none(what: string): string {
  return `<span class="quiet">${what}</span>`;
}

function value(of: unknown): string {
  if (of === undefined) return none("different for each");
  const [all, short] = [valueText(of, MOST), valueText(of, SHORT)];
  if (all === short) return `<code>${escape(all)}</code>`;
  return `<details class="long"><summary><code>${escape(short)}</code></summary><code>${escape(all, MOST)}</code></details>`;
}
