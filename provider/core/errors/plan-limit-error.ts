import { RemoteitError } from "./remoteit-error";

/** The plan of the account does not allow the change, so nothing was sent. */
export class PlanLimitError extends RemoteitError {}
