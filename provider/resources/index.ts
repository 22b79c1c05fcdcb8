import { device } from "./device";
import { service } from "./service";
import { webhook } from "./webhook";

/** Every kind of thing that the provider manages. */
export const resources = { device, service, webhook };

export {
  createContext,
  createOwnership,
  createReadOnlyContext,
  type Context,
  needsItsOwn,
  type Ownership,
  type ReadOnlyContext,
} from "../lifecycle";
