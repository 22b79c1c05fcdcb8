import { RemoteitError } from "./remoteit-error";

/** Another account answers than the one the resource belongs to. */
export class WrongAccountError extends RemoteitError {}
