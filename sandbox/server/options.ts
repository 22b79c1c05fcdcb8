import { z } from "zod";
import { messageOf } from "../message";
import { worldWith, type World } from "../worlds";

export interface SandboxOptions {
  /** Port of the API. Default 0: a free one. */
  port?: number;
  /** Port of the control interface. Default 0: a free one. */
  controlPort?: number;
  /** Devices that the account holds at the start. Default 0. */
  devices?: number;
  /** Services of each of these devices. Default 0. */
  services?: number;
  /** Answers to switches of {@link switches}, by name. Default: the assumed world. */
  world?: Partial<World>;
  /** Mutations and queries that the schema is to lack, such as "addService". Default: none. */
  without?: readonly string[];
  /** The same seed gives the same devices and the same chances. Default 1. */
  seed?: number;
}

const port = z.int().min(0).max(65_535).default(0);
const count = z.int().min(0).default(0);

const schema = z.strictObject({
  port,
  controlPort: port,
  devices: count,
  services: count,
  world: z
    .record(z.string(), z.unknown())
    .default({})
    .transform((given, context) => {
      try {
        return worldWith(given);
      } catch (error) {
        context.addIssue(messageOf(error));
        return z.NEVER;
      }
    }),
  without: z.array(z.string()).readonly().default([]),
  seed: z.int().default(1),
});

/** @throws Error that names every option that is wrong. */
export function readOptions(options: SandboxOptions): z.output<typeof schema> {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  throw new Error(`The sandbox cannot start with these options:\n${z.prettifyError(result.error)}`);
}
