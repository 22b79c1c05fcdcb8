import type { MethodDefinition, ServiceDefinition } from "@grpc/grpc-js";

/**
 * protobuf's library for JavaScript keeps the entries of a map in an object, where one called `__proto__` is lost, both as it is
 * read and as it is written. So it stands under another name of the same length meanwhile, which nobody gives.
 */
export const STAND_IN = "\u0001_proto_\u0001";

/** The key of a map's entry as it stands on the wire: field 1, of 9 bytes. In a text it may stand too, and is put back there. */
const KEY = "\n\t";
const onWire = Buffer.from(`${KEY}__proto__`);
const standingIn = Buffer.from(KEY + STAND_IN);

/** A message for protobuf's library, as it came. */
export const fromWire = (bytes: Buffer): Buffer => replaced(bytes, onWire, standingIn);

/** A message of protobuf's library, as it goes out. */
export const toWire = (bytes: Uint8Array): Buffer => replaced(Buffer.from(bytes), standingIn, onWire);

/** A text as it was before {@link fromWire}. */
export const textOf = (text: string): string =>
  text.includes(STAND_IN) ? text.replaceAll(KEY + STAND_IN, `${KEY}__proto__`) : text;

function replaced(bytes: Buffer, from: Buffer, to: Buffer): Buffer {
  let at = bytes.indexOf(from);
  if (at === -1) return bytes;
  const copy = Buffer.from(bytes);
  for (; at !== -1; at = copy.indexOf(from, at + from.length)) to.copy(copy, at);
  return copy;
}

/** The service, which loses no key of a map. */
export function keepingKeys<S extends ServiceDefinition>(service: S): S {
  const methods = Object.entries(service).map(([name, method]: [string, MethodDefinition<object, object>]) => [
    name,
    {
      ...method,
      requestDeserialize: (bytes: Buffer) => method.requestDeserialize(fromWire(bytes)),
      responseSerialize: (response: object) => toWire(method.responseSerialize(response)),
    },
  ]);
  return Object.fromEntries(methods) as S;
}
