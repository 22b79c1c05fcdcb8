import { z } from "zod";
import { field } from "../core/field";
import { type Origin, origins } from "./origin";

/** Properties that the lifecycle gives to every kind. */
export const deleteOnDestroy = field(
  z.boolean({ error: "must be true or false" }).optional(),
  "Whether destroying the resource deletes it from the account. Default: true for what this resource created, false for what it adopted.",
  { local: true },
);

export const origin = field(
  z.enum(Object.keys(origins) as [Origin, ...Origin[]]).optional(),
  "Where it came from: `made` by this resource (for a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before; what was imported counts as adopted. It means nothing where the resource is only read.",
);

export const mark = field(
  z.string().optional(),
  "Name of the mark that the resource has left among the attributes, because others may manage the same thing. Absent for what it created.",
);
