import { idKey } from "../../provider/inventory";
import { deviceOf, kinds } from "../kinds";
import type { StackResource, StackState } from "../state/stack";

/** Which device to check for an id: the device itself, or the one that a part of it was declared on. */
export interface Devices {
  deviceOf: (id: string) => string | undefined;
}

export function devicesIn(stacks: readonly StackState[]): Devices {
  const devices = new Map<string, string>();
  for (const { type, id, inputs } of stacks.flatMap(({ resources }) => resources)) {
    const device = deviceOf(type, id, inputs);
    if (device === undefined) continue;
    devices.set(idKey(id), device);
    devices.set(idKey(device), device);
  }
  return { deviceOf: (id) => devices.get(idKey(id)) };
}

/** Whether some of the resources judge devices that no stack knows by their ids. */
export const judgeMany = (stacks: readonly StackState[]): boolean =>
  stacks.some(({ resources }) => resources.some(({ type }) => kinds.get(type)?.judge !== undefined));

/** The stacks, reduced to these devices, what may belong to them, and what judges them. */
export function concerning(stacks: readonly StackState[], deviceIds: readonly string[]): StackState[] {
  const wanted = new Set(deviceIds.map(idKey));
  const isConcerned = ({ type, id, inputs }: StackResource): boolean => {
    if (kinds.get(type)?.judge) return true;
    if (kinds.get(type)?.device === undefined) return false;
    const device = deviceOf(type, id, inputs);
    return device === undefined || wanted.has(idKey(device));
  };
  return stacks.map((stack) => ({ ...stack, resources: stack.resources.filter(isConcerned) }));
}
