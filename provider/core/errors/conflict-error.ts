import { RemoteitError } from "./remoteit-error";

/** What the request makes or claims is taken already. */
export class ConflictError extends RemoteitError {}
