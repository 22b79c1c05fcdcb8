import { RemoteitError } from "./remoteit-error";

/** Neither interface of remote.it can do this; the remedy names what to do instead. Nothing was carried out. */
export class UnsupportedOperation extends RemoteitError {}
