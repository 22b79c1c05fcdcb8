import { RemoteitError } from "./remoteit-error";

/** The access key's user lacks a permission that the change needs, so nothing was sent. */
export class PermissionError extends RemoteitError {}
