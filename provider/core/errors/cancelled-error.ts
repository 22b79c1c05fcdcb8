import { RemoteitError } from "./remoteit-error";

/** The user has cancelled the run. */
export class CancelledError extends RemoteitError {}
