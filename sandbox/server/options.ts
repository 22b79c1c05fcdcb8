import { z } from "zod";
import { messageOf } from "../message";
import { worldWith } from "../worlds";
import type { SandboxOptions } from "../public";

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
