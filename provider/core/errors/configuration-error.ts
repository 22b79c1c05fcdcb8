import { RemoteitError } from "./remoteit-error";

/** A setting is missing or wrong, or the endpoint it names is not remote.it. Nothing was changed. */
export class ConfigurationError extends RemoteitError {}
