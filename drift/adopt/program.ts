import { idKey } from "../../provider/inventory";
import { type Constants, constantNames, resourceNames } from "./names";
import type { Unmanaged } from "./unmanaged";

/** In place of a property's value: the id of the resource that this constant of the program holds. */
export class IdOf {
  constructor(readonly constant: string) {}
}

/** In place of a map: one of which the SDKs of typed languages have a type, with this name. */
export class Shape {
  readonly properties: Readonly<Record<string, unknown>>;

  constructor(
    readonly title: string,
    properties: Readonly<Record<string, unknown>>,
  ) {
    this.properties = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
  }

  toJSON(): object {
    return this.properties;
  }
}

/** A resource as a program declares it, in whatever language. */
export interface Declaration {
  type: string;
  /** Logical name. */
  name: string;
  /** Of the thing that it takes over; a resource without takes over nothing. */
  id?: string;
  /** What to know of it, a line each. */
  comments?: readonly string[];
  /** What holds it, where another refers to it. */
  constant?: string;
  /** Values of JSON, and ids of others. */
  properties: Readonly<Record<string, unknown>>;
  /** Of these, those that let in whoever knows them. */
  sensitive: string[];
  /** Properties that it needs and no program can write: it is not declared then. */
  lacking: string[];
}

/**
 * What takes over the unmanaged: every declaration is what the account holds now, so that running it changes nothing there.
 *
 * @param taken - Names of other resources of the program.
 */
export function declarationsOf(
  unmanaged: readonly Unmanaged[],
  style: Constants,
  taken: readonly string[] = [],
): (Declaration & { id: string })[] {
  const nameOf = resourceNames(unmanaged, taken);
  const constants = constantsOf(unmanaged, nameOf, style);
  return unmanaged.map((one) => {
    const { kind, live } = one;
    const properties = propertiesOf(one, constants);
    const constant = constants.get(idKey(live.id));
    return {
      type: kind.type,
      name: nameOf(live.id),
      id: live.id,
      ...(constant !== undefined && { constant }),
      properties,
      sensitive: Object.keys(properties).filter((key) => kind.inputs[key]?.marks.told),
      lacking: Object.entries(kind.inputs).flatMap(([key, { schema }]) =>
        key in properties || !isRequired(schema) ? [] : [key],
      ),
    };
  });
}

/** Constants for the devices of which parts are adopted as well, by id. */
function constantsOf(
  unmanaged: readonly Unmanaged[],
  nameOf: (id: string) => string,
  style: Constants,
): ReadonlyMap<string, string> {
  const referred = new Set(unmanaged.map(ownerOf).filter((id) => id !== undefined));
  const devices = unmanaged.filter(({ live }) => referred.has(idKey(live.id)));
  const constants = constantNames(
    devices.map(({ kind, live }) => ({ type: kind.type, name: nameOf(live.id) })),
    style,
  );
  return new Map(devices.map(({ live }) => [idKey(live.id), constants.get(nameOf(live.id)) ?? ""]));
}

/** The device that it is a part of. */
function ownerOf({ kind, live }: Unmanaged): string | undefined {
  const { device } = kind;
  const id: unknown = device === undefined || device === "itself" ? undefined : (live.inputs as Record<string, unknown>)[device];
  return typeof id === "string" ? idKey(id) : undefined;
}

/** What its adoption declares, of that what a program may write. */
function propertiesOf(one: Unmanaged, constants: ReadonlyMap<string, string>): Declaration["properties"] {
  const { kind, live } = one;
  const device = constants.get(ownerOf(one) ?? "");
  const written = Object.entries(kind.adoption.inputs(live)).filter(
    ([key, value]) => value !== undefined && value !== null && kind.inputs[key]?.schema.safeParse(value).success === true,
  );
  return Object.fromEntries(
    written.map(([key, value]) => [key, key === kind.device && device !== undefined ? new IdOf(device) : value]),
  );
}

const isRequired = (schema: { safeParse: (value: unknown) => { success: boolean } }) => !schema.safeParse(undefined).success;
