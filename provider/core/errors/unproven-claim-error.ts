import { RemoteitError } from "./remoteit-error";

/** The answer to a claim was lost, and nothing proves which device it claimed. */
export class UnprovenClaimError extends RemoteitError {}
