import { safeJson } from "../../formats/json-text";

/**
 * A text in quotes, as Python, Go and YAML all read it. They take no halves of a character, which JSON writes beyond U+FFFF: there
 * they have an escape of eight digits.
 */
export function quoted(text: string): string {
  return safeJson(text.replaceAll(/\p{Cs}/gu, "\ufffd")).replace(
    /\\\\|\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/g,
    (found, high?: string, low?: string) => {
      if (high === undefined || low === undefined) return found;
      const point = String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)).codePointAt(0) ?? 0;
      return `\\U${point.toString(16).padStart(8, "0")}`;
    },
  );
}

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
