import { RemoteitError } from "./remoteit-error";

/** What the request names is not there, or not visible to this account. */
export class NotFoundError extends RemoteitError {}
