import { RemoteitError } from "./remoteit-error";

/** A mutation answered false: remote.it refused and gave no reason. */
export class RefusedError extends RemoteitError {}
