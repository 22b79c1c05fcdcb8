import { device } from "./devices/device";
import { service } from "./services/service";
import { tag } from "./tags/tag";
import { webhook } from "./account/webhook";

/** Every kind of thing that the provider manages. */
export const resources = { device, service, webhook, tag };

export {
  createContext,
  createOwnership,
  createReadOnlyContext,
  type Context,
  needsItsOwn,
  type Ownership,
  type ReadOnlyContext,
} from "../lifecycle";
