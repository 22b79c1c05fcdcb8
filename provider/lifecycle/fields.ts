import { z } from "zod";
import { field } from "../core/field";
import { type Origin, origins } from "./origin";

/** Properties that the lifecycle gives to every kind. */
export const deleteOnDestroy = field(
  z.boolean({ error: "must be true or false" }).optional(),
  "Whether destroying the resource deletes the thing from the account. Default: true for what this resource made, false for what it adopted.",
  { local: true },
);

export const origin = field(
  z.enum(Object.keys(origins) as [Origin, ...Origin[]]).optional(),
  "How the resource came by its thing: `made` (of a device: `claimed`, `provisioned`, or `registered` by its agent), or `adopted`, which was there before, as what was imported was. It means nothing where the resource is only read.",
);

export const mark = field(
  z.string().optional(),
  "Name of the mark that the resource left among the thing's attributes, because others may manage it as well. Absent where it made the thing.",
);
