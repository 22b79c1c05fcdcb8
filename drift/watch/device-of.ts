import { idKey } from "../../provider/inventory";
import type { StackResource, StackState } from "../state/stack";

/** Which device to check for an id: the device itself, or the one that a service was declared on. */
export interface Scope {
  deviceOf: (id: string) => string | undefined;
}

export function scopeOf(stacks: readonly StackState[]): Scope {
  const devices = new Map<string, string>();
  for (const { type, id, inputs } of stacks.flatMap(({ resources }) => resources)) {
    const { deviceId } = inputs;
    if (type === "Device") devices.set(idKey(id), id);
    else if (type === "Service" && typeof deviceId === "string") {
      devices.set(idKey(id), deviceId);
      devices.set(idKey(deviceId), deviceId);
    }
  }
  return { deviceOf: (id) => devices.get(idKey(id)) };
}

/** The stacks, reduced to these devices and what may belong to them. */
export function concerning(stacks: readonly StackState[], deviceIds: readonly string[]): StackState[] {
  const wanted = new Set(deviceIds.map(idKey));
  const isConcerned = ({ type, id, inputs: { deviceId } }: StackResource): boolean => {
    if (type === "Device") return wanted.has(idKey(id));
    return type === "Service" && (typeof deviceId !== "string" || wanted.has(idKey(deviceId)));
  };
  return stacks.map((stack) => ({ ...stack, resources: stack.resources.filter(isConcerned) }));
}
