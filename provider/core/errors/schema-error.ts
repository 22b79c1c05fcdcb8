import { RemoteitError } from "./remoteit-error";

/**
 * The endpoint's GraphQL schema has no such field, argument or type, or has it in another shape. The request was judged before
 * any of it ran, so the same may be asked another way, REST included; no other refusal allows that.
 */
export class SchemaError extends RemoteitError {}
