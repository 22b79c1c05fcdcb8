import type { Fields } from "../core/field";
import type { Resource } from "../core/resource";
import { isUnknown } from "../core/unknown";
import type { Ownership } from "./ownership";

type Wanting = Pick<Resource<never>, "type" | "called" | "device" | "inputs">;

/**
 * Notes what a resource of the program wants of the device that it is, or is part of, as far as that is known.
 *
 * @param id - Of the resource; undefined before its create.
 * @throws ConflictError where a resource that this run has heard of wants something else of it.
 */
export function noteWant(
  { type, called, device, inputs }: Wanting,
  { wants }: Ownership,
  id: string | undefined,
  declared: Readonly<Record<string, unknown>>,
): void {
  if (device === undefined) return;
  const deviceId = device === "itself" ? (id ?? declared[identityIn(inputs)]) : declared[device];
  if (typeof deviceId !== "string" || isUnknown(deviceId)) return;
  const label = called(declared, id);
  wants.note(`${type} ${id ?? label}`, { type, label, deviceId, declared });
}

/** The input that names a thing which is there already. */
const identityIn = (inputs: Fields): string => Object.keys(inputs).find((name) => inputs[name]?.marks.identity) ?? "";
