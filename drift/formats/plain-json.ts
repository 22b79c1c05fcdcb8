/** JSON, and a literal of TypeScript, that holds no character which does something to whoever shows it. */
export function plainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

/** As JSON and JavaScript write it, in two halves beyond U+FFFF. */
function escaped(character: string): string {
  const halves = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return halves.map((half) => `\\u${half.toString(16).padStart(4, "0")}`).join("");
}
