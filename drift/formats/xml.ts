import { escaped } from "./visible";

/** What XML 1.0 cannot hold, not even as a reference. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Text of unknown origin as the value of an attribute or an element of XML. It is read as it was, line ends included, save for
 * what XML cannot hold: that is read as an escape (`\u001b`).
 */
export function xmlText(text: string): string {
  return text.replace(impossible, escaped).replace(/[<>&"'\t\n\r]|#(?=#)/g, (character) => `&#${character.charCodeAt(0)};`);
}
