import type { Fields } from "../../core/field";
import type { Resource } from "../../core/resource";

/** The fields of a resource's state: a fact counts before a declared property of the same name. */
export function fieldsOf({ inputs, outputs }: Pick<Resource<never>, "inputs" | "outputs">): Fields {
  return { ...inputs, ...outputs };
}
