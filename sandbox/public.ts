import type { World } from "./worlds";

// What tests and programs see of the sandbox. Types alone, and of no library: a program of a user is compiled with them.

export interface SandboxOptions {
  /** Port of the API. Default 0: a free one. */
  port?: number;
  /** Port of the control interface. Default 0: a free one. */
  controlPort?: number;
  /** Devices that the account holds at the start. Default 0. */
  devices?: number;
  /** Services of each of these devices. Default 0. */
  services?: number;
  /** Answers to switches of {@link switches}, by name. Default: the assumed world. */
  world?: Partial<World>;
  /** Mutations and queries that the schema is to lack, such as "addService". Default: none. */
  without?: readonly string[];
  /** The same seed gives the same devices, the same keys and the same chances. Default 1. */
  seed?: number;
}

/** A fault that the control interface arms. It is injected into requests that match, `times` times or by chance. */
export interface FaultInput {
  match?:
    | {
        /** As counted by GET /requests, with or without the interface: "graphql:addTags", "addTags", "rest:device/create". */
        operation?: string | undefined;
        method?: string | undefined;
      }
    | undefined;
  /** How many requests that match pass before it is injected; default 0. */
  after?: number | undefined;
  times?: number | undefined;
  probability?: number | undefined;
  /**
   * status: an answer of `status`; timeout: none at all; reset: the line is cut before the request is carried out;
   * lost-answer: and after it is; truncated: half of the answer; graphql-error: `errors[]` under status 200 (GraphQL only);
   * false: a refusal (what changes something only); done-but-false: the same, after it is carried out; slow: after `ms`;
   * slow-answer: done at once and answered after `ms`; gateway-timeout: answered 504 at once and carried out after `ms`; html: a web
   * page, as proxies send it.
   */
  kind:
    | "status"
    | "timeout"
    | "reset"
    | "lost-answer"
    | "truncated"
    | "graphql-error"
    | "false"
    | "done-but-false"
    | "slow"
    | "slow-answer"
    | "gateway-timeout"
    | "html";
  /** With kind "status", default 500, and "html", default 200. */
  status?: number | undefined;
  /** With kind "graphql-error": what the error says. */
  message?: string | undefined;
  /** Header Retry-After: seconds or a date. */
  retryAfter?: string | number | undefined;
  /** With kind "slow" and "slow-answer": how long the answer takes; with "gateway-timeout", the work. Default 1000. */
  ms?: number | undefined;
}

/** What GET /requests answers. */
export interface Counts {
  total: number;
  byOperation: Record<string, number>;
  /** Requests that ask again, word for word, what has failed before. */
  retried: number;
  /** Requests that were answered 401, 403 or 429. */
  rejected: number;
}

/** A bucket of requests: `burst` at once, `requestsPerSecond` in the long run. */
export interface Limit {
  requestsPerSecond: number;
  burst: number;
}

/** An agent that starts on a machine: with a registration code its device is the account's at once, else it waits to be claimed. */
export interface Agent {
  code?: string | undefined;
  hardwareId: string;
  /** Default "raspberrypi". */
  name?: string | undefined;
  /** Default 1200. */
  platform?: number | undefined;
  /** What it offers from the start, beside what the registration code asks for. */
  services?:
    | {
        name?: string | undefined;
        /** Number of an application type, such as 28 for SSH. */
        application: number;
        port?: number | undefined;
        host?: string | undefined;
        enabled?: boolean | undefined;
      }[]
    | undefined;
  /** Default true. */
  configurable?: boolean | undefined;
  /** Default true. */
  online?: boolean | undefined;
  /** What the account may do with the device. Default: everything. */
  permissions?: Permission[] | undefined;
}

export type Permission = "VIEW" | "CONNECT" | "SCRIPTING" | "MANAGE" | "ADMIN";

export interface Started {
  deviceId: string;
  /** Shown by an agent that started without a registration code. */
  claimCode: string | undefined;
}

/** A call of the webhook, each try by itself. */
export interface Delivery {
  url: string;
  /** What the call told, in whichever form: the id of what moved, its name and its state. */
  device: string;
  name: string;
  state: WebhookCall["state"];
  /** From 1: a call that fails is tried again. */
  attempt: number;
  /** The status that was answered ("200" is success), or why there was none. */
  outcome: string;
}

/** What the address is told, as it was received once (api/README.md, D 2021): sixteen keys, of which most are for people. */
export interface WebhookCall {
  /** Id of what moved: of the device, or of one of its services. */
  device: string;
  /** Public IP address that it was seen at. */
  address: string;
  name: string;
  /** The owner's. */
  email: string;
  /** The owner's id. */
  user: string;
  username: string;
  language: string;
  state: "online" | "offline";
  type: "DEVICE_STATE";
  /** When it moved, to the millisecond. */
  utc: string;
  /** The same for people: without seconds, and without its zone. */
  time: string;
  text: string;
  color: string;
  icon_url: string;
  url: string;
  version: number;
}

/** The same as the documentation's table has it (api/README.md, D 2023). */
export interface TableCall {
  Address: string;
  Device: string;
  Email: string;
  Name: string;
  State: "online" | "offline";
  Time: string;
  Type: string;
}
