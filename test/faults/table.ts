import type { Fault } from "./fault";

/**
 * What becomes of an operation on a bad day. Each row is one request of an operation; each column is a fault that strikes it,
 * once or for as long as the operation goes on. The tests beside this file run every cell over HTTP, and docs/failures.md is
 * made of it.
 */

/** The first: nothing is left to do. Else the name of the error; the next `pulumi up` then converges. */
export type Outcome =
  | "converges"
  | "TransientError"
  | "RateLimitError"
  | "ConfigurationError"
  | "GraphqlError"
  | "RefusedError"
  | "RestError"
  /** These leave a device in the account that only the user can name: the next `pulumi up` says so and converges with its `deviceId`. */
  | "TransientError, then deviceId"
  | "UnprovenClaimError, then deviceId"
  | "RefusedError, then deviceId";

/**
 * A request that only asks, one that changes and may be sent twice, or one that makes a thing and so is sent once.
 */
export type Kind = "question" | "change" | "creation";

type Expected = Outcome | Partial<Record<Kind, Outcome>>;

export interface Column {
  name: string;
  fault: Fault;
  /** The outcome where the fault strikes once. */
  once: Expected;
  /** And where it strikes every time. */
  always: Expected;
}

const passing = { once: "converges", always: "TransientError" } as const;
/** Once something is made or changed, the answer does not matter: a look finds it. */
const madeAnyway = {
  once: "converges",
  always: { question: "TransientError", change: "converges", creation: "converges" },
} as const;

export const columns: Column[] = [
  {
    name: "429, Retry-After",
    fault: { kind: "status", status: 429, retryAfter: 0.1 },
    once: "converges",
    always: "RateLimitError",
  },
  { name: "429", fault: { kind: "status", status: 429 }, once: "converges", always: "RateLimitError" },
  { name: "500", fault: { kind: "status", status: 500 }, ...passing },
  { name: "502", fault: { kind: "status", status: 502 }, ...passing },
  { name: "503, Retry-After", fault: { kind: "status", status: 503, retryAfter: 0.1 }, ...passing },
  { name: "refused connection", fault: { kind: "refused" }, ...passing },
  { name: "reset", fault: { kind: "reset" }, ...passing },
  { name: "lost answer", fault: { kind: "lost-answer" }, ...madeAnyway },
  { name: "truncated answer", fault: { kind: "truncated" }, ...madeAnyway },
  { name: "slow", fault: { kind: "slow", ms: 50 }, once: "converges", always: "converges" },
  { name: "late", fault: { kind: "slow", ms: 600, timeoutSeconds: 0.5 }, ...madeAnyway },
  { name: "late answer", fault: { kind: "slow-answer", ms: 600, timeoutSeconds: 0.5 }, ...madeAnyway },
  {
    name: "very late",
    fault: { kind: "slow", ms: 4000, timeoutSeconds: 0.5 },
    once: { creation: "TransientError" },
    always: { creation: "TransientError" },
  },
  {
    name: "504, very late",
    fault: { kind: "gateway-timeout", ms: 4000, timeoutSeconds: 0.5 },
    once: { creation: "TransientError" },
    always: { creation: "TransientError" },
  },
  {
    name: "silence",
    fault: { kind: "timeout", timeoutSeconds: 0.5 },
    once: { question: "converges", change: "converges", creation: "TransientError" },
    always: "TransientError",
  },
  { name: "HTML", fault: { kind: "html" }, once: "ConfigurationError", always: "ConfigurationError" },
  { name: "GraphQL error", fault: { kind: "graphql-error" }, once: "GraphqlError", always: "GraphqlError" },
  {
    name: "`false`",
    fault: { kind: "false" },
    once: { change: "RefusedError", creation: "RefusedError" },
    always: { change: "RefusedError", creation: "RefusedError" },
  },
  {
    name: "`false`, but done",
    fault: { kind: "done-but-false" },
    once: { change: "converges", creation: "converges" },
    always: { change: "converges", creation: "converges" },
  },
  { name: "clock off by an hour", fault: { kind: "clock" }, once: "converges", always: "converges" },
];

export type Operation = "create" | "read" | "update" | "delete" | "list";

export const things = [
  "Device, adopted",
  "Two devices, at one moment",
  "Device, claimed",
  "Device, claimed with hardwareId",
  "Device, awaited",
  "Device, provisioned",
  "Device, provisioned through GraphQL",
  "Service through GraphQL",
  "Service through REST",
  "Webhook",
] as const;

export type Thing = (typeof things)[number];

export interface Row {
  thing: Thing;
  operation: Operation;
  /** The request that is struck, as the sandbox counts it. */
  request: string;
  kind: Kind;
  /** Outcomes that are other than the column's. */
  except?: Partial<Record<string, Partial<Record<Often, Outcome>>>>;
}

const row = (thing: Thing, operation: Operation, request: string, kind: Kind, except: Row["except"] = {}): Row => ({
  thing,
  operation,
  request,
  kind,
  except,
});

/**
 * A claim code works once, so it is sent again. Where it was used up and the answer never came, nothing proves which device it
 * was: the error says so, and lists what is new.
 */
const unproven = { once: "UnprovenClaimError, then deviceId", always: "TransientError, then deviceId" } as const;
const byCode = {
  "lost answer": unproven,
  "truncated answer": unproven,
  late: unproven,
  "late answer": unproven,
  silence: { once: "converges" },
  "very late": { once: "converges", always: "TransientError, then deviceId" },
  "504, very late": { once: "converges", always: "TransientError, then deviceId" },
  "`false`, but done": { once: "RefusedError, then deviceId", always: "RefusedError, then deviceId" },
} as const;
/** What a second request would do is unknown, so there is none: where nothing was made, the next run begins anew. */
const neverAgain = {
  "500": { once: "TransientError" },
  "502": { once: "TransientError" },
  "503, Retry-After": { once: "TransientError" },
  reset: { once: "TransientError" },
} as const;
/** Tags are taken off once the others are on: where that is not known, some are left. */
const beforeOthers = {
  "lost answer": { always: "TransientError" },
  "truncated answer": { always: "TransientError" },
  late: { always: "TransientError" },
  "late answer": { always: "TransientError" },
} as const;
/** A call of REST has twice the time of another request. */
const patient = { late: { always: "converges" }, "late answer": { always: "converges" } } as const;
/** What it makes does not show before the registration. */
const lostForGood = {
  "lost answer": { always: "TransientError" },
  "truncated answer": { always: "TransientError" },
} as const;
/** Several ids of which a request is refused are asked for again by halves. */
const byHalves = { "GraphQL error": { once: "converges" } } as const;
/** What fails as one request is looked up, and then sent as several. */
const thenAlone = {
  "500": { always: "converges" },
  "502": { always: "converges" },
  "503, Retry-After": { always: "converges" },
  reset: { always: "converges" },
  silence: { always: "converges" },
  HTML: { once: "converges", always: "converges" },
  "GraphQL error": { once: "converges", always: "converges" },
} as const;
/** The first that a create writes together are marks: a resource goes on without its own, and each is written alone from then on. */
const marksFirst = { "`false`": { once: "converges", always: "converges" } } as const;
const neverDone = { "`false`, but done": { once: "RestError", always: "RestError" } } as const;

export const rows: Row[] = [
  row("Device, adopted", "create", "graphql:getDevicesById", "question"),
  row("Device, adopted", "create", "graphql:rename", "change"),
  row("Device, adopted", "read", "graphql:getDevicesById", "question"),
  row("Device, adopted", "update", "graphql:getDevicesById", "question"),
  row("Device, adopted", "update", "graphql:rename", "change"),
  row("Device, adopted", "update", "graphql:addTags", "change", beforeOthers),
  row("Device, adopted", "update", "graphql:removeTags", "change"),
  row("Device, adopted", "update", "graphql:setAttributes", "change"),
  row("Device, adopted", "update", "graphql:setDeviceNotifications", "change"),
  row("Device, adopted", "delete", "graphql:deleteDevice", "change"),
  row("Device, adopted", "list", "graphql:listDevices", "question"),

  row("Two devices, at one moment", "create", "graphql:getDevicesById", "question", byHalves),
  row("Two devices, at one moment", "create", "graphql:setTogether", "change", { ...thenAlone, ...marksFirst }),
  row("Two devices, at one moment", "read", "graphql:getDevicesById", "question", byHalves),
  row("Two devices, at one moment", "update", "graphql:getDevicesById", "question", byHalves),
  row("Two devices, at one moment", "update", "graphql:setTogether", "change", thenAlone),
  row("Two devices, at one moment", "delete", "graphql:deleteDevice", "change"),
  row("Two devices, at one moment", "list", "graphql:listDevices", "question"),

  row("Device, claimed", "create", "graphql:whoAmI", "question"),
  row("Device, claimed", "create", "graphql:listDeviceIds", "question"),
  row("Device, claimed", "create", "graphql:claimDevice", "creation", byCode),
  row("Device, claimed", "read", "graphql:getDevicesById", "question"),
  row("Device, claimed", "update", "graphql:rename", "change"),
  row("Device, claimed", "delete", "graphql:deleteDevice", "change"),
  row("Device, claimed", "list", "graphql:listDevices", "question"),

  row("Device, claimed with hardwareId", "create", "graphql:whoAmI", "question"),
  row("Device, claimed with hardwareId", "create", "graphql:claimDevice", "creation"),
  row("Device, claimed with hardwareId", "read", "graphql:getDevicesById", "question"),
  row("Device, claimed with hardwareId", "update", "graphql:rename", "change"),
  row("Device, claimed with hardwareId", "delete", "graphql:deleteDevice", "change"),
  row("Device, claimed with hardwareId", "list", "graphql:listDevices", "question"),

  row("Device, awaited", "create", "graphql:listDevices", "question"),
  row("Device, awaited", "read", "graphql:getDevicesById", "question"),
  row("Device, awaited", "update", "graphql:rename", "change"),
  row("Device, awaited", "delete", "graphql:deleteDevice", "change"),
  row("Device, awaited", "list", "graphql:listDevices", "question"),

  row("Device, provisioned", "create", "graphql:whoAmI", "question"),
  row("Device, provisioned", "create", "graphql:listDevices", "question"),
  row("Device, provisioned", "create", "graphql:offeredMutations", "question"),
  row("Device, provisioned", "create", "rest:device/address", "question", patient),
  row("Device, provisioned", "create", "rest:device/create", "change", { ...neverDone, ...lostForGood, ...patient }),
  row("Device, provisioned", "create", "rest:device/register", "creation"),
  row("Device, provisioned", "read", "graphql:getDevicesById", "question"),
  row("Device, provisioned", "update", "rest:device/name", "change"),
  row("Device, provisioned", "delete", "graphql:getDevicesById", "question"),
  row("Device, provisioned", "delete", "rest:developer/device/delete/registered", "change"),
  row("Device, provisioned", "list", "graphql:listDevices", "question"),

  row("Device, provisioned through GraphQL", "create", "graphql:offeredMutations", "question"),
  row("Device, provisioned through GraphQL", "create", "graphql:registerDevice", "creation", neverAgain),
  row("Device, provisioned through GraphQL", "read", "graphql:getDevicesById", "question"),
  row("Device, provisioned through GraphQL", "update", "graphql:rename", "change"),
  row("Device, provisioned through GraphQL", "delete", "graphql:deleteDevice", "change"),
  row("Device, provisioned through GraphQL", "list", "graphql:listDevices", "question"),

  row("Service through GraphQL", "create", "graphql:getDevicesById", "question"),
  row("Service through GraphQL", "create", "graphql:offeredMutations", "question"),
  row("Service through GraphQL", "create", "graphql:addService", "creation"),
  row("Service through GraphQL", "read", "graphql:getServicesById", "question"),
  row("Service through GraphQL", "update", "graphql:getServicesById", "question"),
  row("Service through GraphQL", "update", "graphql:rename", "change"),
  row("Service through GraphQL", "update", "graphql:updateService", "change"),
  row("Service through GraphQL", "delete", "graphql:removeService", "change"),
  row("Service through GraphQL", "list", "graphql:listDevices", "question"),

  row("Service through REST", "create", "rest:device/address", "question", patient),
  row("Service through REST", "create", "rest:device/create", "change", { ...neverDone, ...lostForGood }),
  row("Service through REST", "create", "rest:device/register", "creation"),
  row("Service through REST", "read", "graphql:getServicesById", "question"),
  row("Service through REST", "update", "rest:device/name", "change"),
  row("Service through REST", "delete", "rest:device/delete", "change"),
  row("Service through REST", "list", "graphql:listDevices", "question"),

  row("Webhook", "create", "graphql:getWebhook", "question"),
  row("Webhook", "create", "graphql:setWebhook", "change"),
  row("Webhook", "read", "graphql:getWebhook", "question"),
  row("Webhook", "update", "graphql:getWebhook", "question"),
  row("Webhook", "update", "graphql:setWebhook", "change"),
  row("Webhook", "delete", "graphql:setWebhook", "change"),
  row("Webhook", "list", "graphql:getWebhook", "question"),
];

export type Often = "once" | "always";

/** What a cell expects; undefined where the fault cannot strike this request, or does what the column before does. */
export function expected({ request, kind, except }: Row, { name, fault, ...column }: Column, often: Often): Outcome | undefined {
  const isRest = request.startsWith("rest:");
  if (fault.kind === "graphql-error" && isRest) return undefined;
  const outcome = typeof column[often] === "string" ? column[often] : column[often][kind];
  if (outcome === undefined) return undefined;
  const exception = except?.[name]?.[often];
  if (exception) return exception;
  return outcome === "RefusedError" && isRest ? "RestError" : outcome;
}
