import { SECRET, SIGNATURE } from "../../provider/core/signatures";
import { UNKNOWN } from "../../provider/core/unknown";

/** A declared value that must not be shown. Without a value it is encrypted, and nobody knows it. */
export class Secret {
  constructor(readonly value?: unknown) {}
}

/** In place of a declared value that state does not hold: a computed one, or something that is no property of remote.it. */
export const unknown = Symbol("unknown");

/** A value of the state, its secrets and unknowns marked at whatever depth they stand. */
export function marked(value: unknown): unknown {
  if (value === UNKNOWN) return unknown;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(marked);
  if (SIGNATURE in value) return special(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item)]));
}

interface Special {
  [SIGNATURE]: unknown;
  /** With `--show-secrets`: the value as JSON. */
  plaintext?: unknown;
}

function special(value: Special): unknown {
  if (value[SIGNATURE] !== SECRET) return unknown;
  if (typeof value.plaintext !== "string") return new Secret();
  try {
    return new Secret(marked(JSON.parse(value.plaintext)));
  } catch {
    return unknown;
  }
}
