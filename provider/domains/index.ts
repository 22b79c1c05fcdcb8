import type { Fields } from "../core/field";
import type { Resource } from "../core/resource";
import type { Page } from "../inventory";
import type { Context } from "../lifecycle";
import { accountSettings } from "./account/account-settings";
import { device } from "./devices/device";
import { fleet } from "./fleets/fleet";
import { network } from "./networks/network";
import { networkConnection } from "./networks/network-connection";
import { networkShare } from "./networks/network-share";
import { connectLink } from "./sharing/connect-link";
import { deviceShare } from "./sharing/device-share";
import { identityProvider } from "./organization/identity-provider";
import { member } from "./organization/member";
import { organization } from "./organization/organization";
import { role } from "./organization/role";
import { service } from "./services/service";
import { tag } from "./tags/tag";
import { webhook } from "./account/webhook";

/** Every kind of thing that the provider manages. */
export const resources = {
  device,
  service,
  webhook,
  tag,
  fleet,
  network,
  networkConnection,
  networkShare,
  deviceShare,
  organization,
  role,
  member,
  identityProvider,
  connectLink,
  accountSettings,
};

/** What every kind is to whoever treats all kinds alike. */
export type Kind = Resource<Context, Fields, Fields, unknown, Page>;

export const kinds = Object.values(resources) as unknown as readonly Kind[];

export {
  createContext,
  createOwnership,
  createReadOnlyContext,
  type Context,
  noteDeclared,
  type Ownership,
  type ReadOnlyContext,
} from "../lifecycle";
