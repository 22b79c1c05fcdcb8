import { RemoteitError } from "./remoteit-error";

/** As many requests were sent as were allowed for this piece of work. This one was not. */
export class RequestLimitError extends RemoteitError {}
