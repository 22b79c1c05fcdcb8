import type { z } from "zod";
import type { Account } from "./accounts";
import type { SeenDevice } from "./entities/devices/rows";
import type { SeenService } from "./entities/services/rows";
import type { Context } from "./context";
import type { RestCall } from "./rest";
import type { HttpCall } from "./server/answer";
import type { Store } from "./store";
import type { World } from "./worlds";

export type { Context, Refusing } from "./context";

/** One kind of thing that remote.it knows, whole: everything that the sandbox has to do with it. Its rows it keeps by `rows`. */
export interface Entity {
  /** Fields of the type `Query`. */
  query?: Record<string, (args: never, context: Context) => unknown>;
  mutations?: Record<string, (args: never, context: Context) => unknown>;
  /** Fields that it gives to types, its own and those of other entities. */
  fields?: FieldsByType;
  /** What the API's schema does not have yet: GraphQL, such as `extend type Query { … }`. */
  schema?: string;
  /** What the schema lacks in a world: fields as Type.field, arguments as Type.field.argument. */
  lacks?: (world: World) => string[];
  /** Calls by method and path below /apv/v27/; {name} stands for one part. */
  rest?: Record<string, RestCall>;
  /** Calls beside GraphQL and REST, by method and path; /graphql/ stands for each of GraphQL's paths. */
  http?: Record<string, HttpCall>;
  /** Calls of the control interface, by method and path. */
  control?: Record<string, ControlCall>;
  /** What `POST /content` of the control interface takes for an account, by name. */
  content?: Record<string, Content>;
  /** Fills the account at the start, and after a reset. */
  seed?: (store: Store, account: Account, wanted: Seed) => void;
}

/** A function of what has the field, or what is answered whatever has it. Facts that the source has by that name need none. */
export type Field<S> =
  | ((source: S, args: never, context: Context) => unknown)
  | string
  | number
  | boolean
  | null
  | readonly unknown[]
  | Readonly<Record<string, unknown>>;

type Fields<S> = Record<string, Field<S>>;

/** By type, with what stands behind it. */
interface FieldsByType {
  User?: Fields<Account>;
  AccountInfo?: Fields<Account>;
  Organization?: Fields<Account>;
  Device?: Fields<SeenDevice>;
  Service?: Fields<SeenService>;
  [type: string]: Fields<never> | undefined;
}

/**
 * @param sandbox - The store, and the first account.
 * @param id - What stands in the path for {id}.
 * @returns what is answered, as JSON.
 */
export type ControlCall = (sandbox: { store: Store; account: Account }, body: unknown, id: string) => unknown;

export interface Content<T = never> {
  form: z.ZodType;
  put: (store: Store, account: Account, given: T) => void;
}

/** What no client can make here, and a test puts into an account: `put` gets it in the form that is declared. */
export const content = <F extends z.ZodType>(form: F, put: Content<z.output<F>>["put"]): Content => ({ form, put });

export interface Seed {
  devices: number;
  /** Of each device. */
  services: number;
  /** The same one gives the same devices. */
  seed: number;
}

export const defineEntity = (entity: Entity): Entity => entity;
