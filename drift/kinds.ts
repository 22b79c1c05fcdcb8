import type { Fields } from "../provider/core/field";
import type { Live } from "../provider/core/resource";
import { kinds as all, type Kind } from "../provider/domains";

export type { Kind };

/** A thing of the account, whatever its kind. */
export type AnyLive = Live<Fields, Fields>;

/** Every kind of thing by its type. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.type, kind]));

/** Those of which the account holds things, in contrast to those that only say what things are to be. */
export const listable: readonly Kind[] = all.filter(({ judge }) => !judge);

/** Whether things of this kind are looked for although no stack declares one, and nobody names it. */
export const isLookedForUnasked = ({ isLookedForUnasked: isSo, inPage }: Kind): boolean => isSo ?? inPage !== undefined;

/** Facts that every kind has among its inputs or outputs, where it has them. */
interface Facts {
  name?: string;
  accountId?: string;
}

export const accountOf = ({ outputs }: AnyLive): string | undefined => (outputs as Facts).accountId;

/** What the account calls the thing; undefined where it has no name. */
export const nameOf = ({ inputs }: AnyLive): string | undefined => (inputs as Facts).name;

/** A name for a thing that no stack declares. */
export const labelOf = (type: string, live: AnyLive): string => nameOf(live) ?? kinds.get(type)?.label?.(live) ?? live.id;

/** Id of the device that a thing is, or is part of, by its inputs; undefined where it belongs to none, or that is not known. */
export function deviceOf(type: string, id: string, inputs: Readonly<Record<string, unknown>>): string | undefined {
  const device = kinds.get(type)?.device;
  const value = device === undefined || device === "itself" ? undefined : inputs[device];
  return device === "itself" ? id : typeof value === "string" ? value : undefined;
}
