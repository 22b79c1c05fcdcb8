import { device } from "./device";
import { service } from "./service";
import { webhook } from "./webhook";

/** Every kind of thing that the provider manages. */
export const resources = { device, service, webhook };

export { createContext, type Context } from "./context";
export { createHolds, keep, refresh } from "./hold";
