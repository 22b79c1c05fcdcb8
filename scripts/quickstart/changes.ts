import { isDeepStrictEqual } from "node:util";

/** Outputs of each resource by its logical name. */
export type State = Record<string, Record<string, unknown>>;

/** Line by line what differs between two states: `pump.name: "a" → "b"`. */
export function changesBetween(before: State, after: State): string {
  const lines = Object.entries(before).flatMap(([name, outputs]) => {
    const now = after[name];
    if (!now) return [`${name}: gone`];
    return Object.keys({ ...outputs, ...now })
      .filter((key) => !isDeepStrictEqual(outputs[key], now[key]))
      .map((key) => `${name}.${key}: ${JSON.stringify(outputs[key])} → ${JSON.stringify(now[key])}`);
  });
  return lines.join("\n") || "(nothing differs)";
}
