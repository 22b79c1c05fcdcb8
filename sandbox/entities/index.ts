// Made by `npm run generate` from the files of this folder: a new one is an entity of the sandbox.
import type { Entity } from "../entity";
import account from "./account";
import agents from "./agents";
import applications from "./applications";
import attributes from "./attributes";
import claims from "./claims";
import connectedApps from "./connected-apps";
import connections from "./connections";
import devices from "./devices";
import endpoints from "./endpoints";
import events from "./events";
import files from "./files";
import jobs from "./jobs";
import keys from "./keys";
import links from "./links";
import members from "./members";
import networks from "./networks";
import notifications from "./notifications";
import organization from "./organization";
import plan from "./plan";
import products from "./products";
import provisioning from "./provisioning";
import registration from "./registration";
import reports from "./reports";
import roles from "./roles";
import services from "./services";
import sessions from "./sessions";
import shares from "./shares";
import tags from "./tags";
import timeSeries from "./time-series";

export const entities: readonly Entity[] = [
  account,
  agents,
  applications,
  attributes,
  claims,
  connectedApps,
  connections,
  devices,
  endpoints,
  events,
  files,
  jobs,
  keys,
  links,
  members,
  networks,
  notifications,
  organization,
  plan,
  products,
  provisioning,
  registration,
  reports,
  roles,
  services,
  sessions,
  shares,
  tags,
  timeSeries,
];
