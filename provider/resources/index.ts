import { device } from "./device";
import { service } from "./service";
import { webhook } from "./webhook";

/** Every kind of thing that the provider manages. */
export const resources = { device, service, webhook };

export { createContext, createReadOnlyContext, type Context, type ReadOnlyContext } from "./context";
export { createHolds, keep, refresh } from "./hold";
