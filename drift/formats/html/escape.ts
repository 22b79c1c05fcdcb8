import { visible } from "../visible";

/** Text of unknown origin as HTML, in an element or a quoted attribute: it is shown as it is written here and makes nothing. */
export function escape(text: string, most?: number): string {
  return visible(text, most).replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A name: what is written from right to left turns nothing beside it. */
export function name(text: string): string {
  return `<bdi>${escape(text) || "(no name)"}</bdi>`;
}
