import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { PROTO } from "../../core/map";
import { protect } from "../../core/secrets";
import { UNKNOWN } from "../../core/unknown";
import { RESOURCE, SECRET, SIGNATURE } from "../../core/signatures";
import { STAND_IN, textOf } from "./proto-key";

export type Properties = Record<string, unknown>;

/** Where the secrets of a value lie: true for the whole of it, else by key or place. Undefined where there are none. */
export type Secrets = true | { readonly [key: string]: Secrets } | undefined;

/** What the engine sends: the values as the core knows them, unknown ones among them, and which of them are secret. */
export interface Decoded {
  values: Properties;
  secrets: Secrets;
}

/** Secrets are protected from now on: no error and no log line of this process shows them. */
export function decode(struct: Struct | undefined): Decoded {
  const { value, secrets } = unwrap(struct?.toJavaScript() ?? {});
  return { values: value as Properties, secrets };
}

interface Unwrapped {
  value: unknown;
  secrets: Secrets;
}

function unwrap(value: unknown): Unwrapped {
  if (typeof value === "string") return { value: textOf(value), secrets: undefined };
  if (typeof value !== "object" || value === null) return { value, secrets: undefined };
  if (Array.isArray(value)) {
    const items = value.map(unwrap);
    return { value: items.map((item) => item.value), secrets: some(items.entries(), items.length) };
  }
  const map = value as Properties;
  if (map[SIGNATURE] === SECRET) {
    const inner = unwrap(map["value"]).value;
    protectAll(inner);
    return { value: inner, secrets: true };
  }
  // Where a resource is given for its id. One that is still to be made has none.
  if (map[SIGNATURE] === RESOURCE) return { value: map["id"] || UNKNOWN, secrets: undefined };
  const entries = Object.entries(map).map(([key, item]) => [key === STAND_IN ? PROTO : textOf(key), unwrap(item)] as const);
  return {
    value: Object.fromEntries(entries.map(([key, item]) => [key, item.value])),
    secrets: some(entries, entries.length),
  };
}

function some(entries: Iterable<readonly [string | number, Unwrapped]>, length: number): Secrets {
  if (length === 0) return undefined;
  const secret = [...entries].filter(([, { secrets }]) => secrets !== undefined);
  return secret.length === 0 ? undefined : Object.fromEntries(secret.map(([key, { secrets }]) => [key, secrets ?? true]));
}

function protectAll(value: unknown): void {
  if (typeof value === "string" && value !== UNKNOWN) protect(value);
  else if (typeof value === "object" && value !== null) Object.values(value).forEach(protectAll);
}
