import { RemoteitError } from "./remoteit-error";

/** remote.it refused the key or its signature (HTTP 401 or 403). */
export class AuthenticationError extends RemoteitError {}
