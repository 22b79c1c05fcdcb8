import { isDeepStrictEqual } from "node:util";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { Fields } from "../../core/field";
import { own, PROTO, protoPaths } from "../../core/map";
import type { Decoded, Properties, Secrets } from "./decode";
import { STAND_IN } from "./proto-key";
import { SECRET, SIGNATURE } from "../../core/signatures";

/**
 * Properties for the engine. Secret is what its field says and what was secret where it comes from: the state of before,
 * the program.
 *
 * @param origins - What the values were made of.
 */
export function encode(values: Properties, fields: Fields, ...origins: Decoded[]): Struct {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const marked = entries.map(([name, value]) => {
    if (Object.hasOwn(fields, name) && fields[name]?.marks.secret) return [name, secret(value)];
    return [name, origins.reduce((sofar, { values: from, secrets }) => mark(sofar, own(from, name), part(secrets, name)), value)];
  });
  return Struct.fromJavaScript(named(plain(Object.fromEntries(marked))) as Record<string, JavaScriptValue>);
}

/** The value with the secrets of what it comes from. A list that is not the same any more is secret as a whole: places may have moved. */
function mark(value: unknown, from: unknown, secrets: Secrets): unknown {
  if (secrets === undefined || value === undefined || isSecret(value)) return value;
  if (secrets === true || typeof value !== "object" || value === null) return secret(value);
  if (Array.isArray(value)) {
    if (!Array.isArray(from) || !isDeepStrictEqual(value, from)) return secret(value);
    return value.map((item, index) => mark(item, from[index], part(secrets, index)));
  }
  const origin = typeof from === "object" && from !== null ? (from as Properties) : {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mark(item, own(origin, key), part(secrets, key))]));
}

function part(secrets: Secrets, key: string | number): Secrets {
  // By its own keys alone: every object has a constructor by birth.
  return typeof secrets === "object" ? (own(secrets, String(key)) as Secrets) : secrets;
}

const secret = (value: unknown) => (isSecret(value) ? value : { [SIGNATURE]: SECRET, value });

function isSecret(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as Properties)[SIGNATURE] === SECRET;
}

/** With names that protobuf's library keeps. */
function named(value: unknown): unknown {
  if (protoPaths(value).length === 0) return value;
  if (Array.isArray(value)) return value.map(named);
  const entries = Object.entries(value as Properties);
  return Object.fromEntries(entries.map(([key, item]) => [key === PROTO ? STAND_IN : key, named(item)]));
}

/** Without undefined at any depth: the encoding knows none. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
