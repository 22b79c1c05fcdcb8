import { z } from "zod";
import { isMap } from "../../provider/core/map";

/** As it is: a state holds hundreds of thousands of values, and whoever needs one looks at it. */
const properties = z.custom<Record<string, unknown>>(isMap, "must be an object");

/** Of a resource in state, what drift relies on. Source: sdk/go/common/apitype (ResourceV3) of Pulumi. */
export const resourceSchema = z.object({
  urn: z.string().startsWith("urn:pulumi:"),
  type: z.string(),
  id: z.string().optional(),
  inputs: properties.optional(),
  outputs: properties.optional(),
  delete: z.boolean().optional(),
  external: z.boolean().optional(),
  modified: z.string().optional(),
  ignoreChanges: z.array(z.string()).nullish(),
});

const deploymentSchema = z.object({
  pending_operations: z.array(z.object({ resource: z.object({ urn: z.string(), type: z.string() }) })).nullish(),
});

/** What `pulumi stack export` prints. A stack that was never deployed has no deployment. */
export const exportSchema = z.object({ version: z.number(), deployment: deploymentSchema.nullable() });

/** A file of a backend that keeps state in files. */
export const checkpointSchema = z.object({
  version: z.number(),
  checkpoint: z.object({ stack: z.string().optional(), latest: deploymentSchema.nullish() }),
});

export type Deployment = z.output<typeof deploymentSchema>;
export type ResourceRecord = z.output<typeof resourceSchema>;
