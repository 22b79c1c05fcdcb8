import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Fields } from "../../core/field";
import { type Outcome, reasonsOf, type Resource } from "../../core/resource";
import { stateAfter } from "../../core/state";
import type { Context } from "../../domains";
import { InitializationError } from "../status";
import type { Decoded } from "../values/decode";
import { encode } from "../values/encode";
import { fieldsOf } from "../values/fields";

interface Origins {
  declared: Decoded;
  before?: Decoded;
}

/** The state after an outcome. @throws InitializationError with that state where a property could not be set. */
export function settled(resource: Resource<Context>, outcome: Outcome<Fields>, { declared, before }: Origins): Struct {
  const state = stateAfter(resource, before?.values ?? {}, declared.values, outcome);
  const properties = encode(state, fieldsOf(resource), declared, ...(before ? [before] : []));
  if (outcome.failedProperties.length === 0) return properties;
  throw new InitializationError(outcome.id, properties, reasonsOf(outcome.failedProperties), resource.stale !== undefined);
}
