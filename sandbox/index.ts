import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createApi, type Api } from "./api";
import { createControl } from "./control";
import { createCounter, type Counter } from "./counts";
import { createFaults, type Faults } from "./faults";
import { createLimiter, type Limiter } from "./limit";
import { createRandom } from "./random";
import { project } from "./rest";
import { seedDevices } from "./seed";
import type { Delivery } from "./webhook";
import { addAccount, addKey, createWorld, type Account, type World } from "./world";

export { controlOf, type Control } from "./control-client";

export interface SandboxOptions {
  /** Port of the API. Default 0: a free one. */
  port?: number;
  /** Port of the control interface. Default 0: a free one. */
  controlPort?: number;
  /** Devices that the account holds at the start. Default 0. */
  devices?: number;
  /** Services of each of these devices. Default 0. */
  services?: number;
  /** Offset at which the second page starts. Default 1000. */
  pageFrom?: 1000 | 1001;
  /** Mutations that the schema is to lack. Default: none. */
  without?: readonly string[];
  /** The same seed gives the same devices and the same chances. Default 1. */
  seed?: number;
}

export interface Sandbox {
  /** Base of both interfaces: GraphQL under /graphql/v1, REST under /apv/v27. */
  endpoint: string;
  /** Base of the control interface. */
  control: string;
  accountId: string;
  accessKeyId: string;
  /** In base64. */
  secretAccessKey: string;
  developerKey: string;
  /** The one bulk project. */
  projectKey: string;
  projectSecret: string;
  /** Closes both ports at once, with every open connection. */
  stop: () => Promise<void>;
}

/** What the control interface works on. @internal */
export interface Sandboxed {
  world: World;
  api: Api;
  counter: Counter;
  faults: Faults;
  limiter: Limiter;
  deliveries: Delivery[];
  stopping: AbortSignal;
  account: () => Account;
  reset: (devices: number, services: number) => void;
}

const EMAIL = "sandbox@example.com";

/** Starts an account of remote.it on this machine: real HTTP on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { devices = 0, services = 0, seed = 1, pageFrom = 1000, without = [] } = options;
  const world = createWorld(pageFrom);
  const [counter, faults, limiter] = [createCounter(), createFaults(createRandom(seed)), createLimiter()];
  const account = addAccount(world, EMAIL);
  const key = addKey(world, account.id);
  seedDevices(world, account, devices, services, seed);
  const stopping = new AbortController();
  const deliveries: Delivery[] = [];
  const api = createApi({ world, counter, faults, limiter, without });
  const reset = (count: number, servicesEach: number) => {
    empty(world, account);
    seedDevices(world, account, count, servicesEach, seed);
    counter.reset();
    faults.clear();
    limiter.set(undefined);
    deliveries.length = 0;
  };
  const sandboxed = { world, api, counter, faults, limiter, deliveries, stopping: stopping.signal, account: () => account, reset };
  const apiServer = await listen(api.listener, options.port);
  const controlServer = await listen(createControl(sandboxed), options.controlPort);
  return {
    endpoint: addressOf(apiServer),
    control: addressOf(controlServer),
    accountId: account.id,
    accessKeyId: key.id,
    secretAccessKey: key.secret,
    developerKey: account.developerKey,
    ...project,
    stop: async () => {
      stopping.abort();
      await Promise.all([close(apiServer), close(controlServer)]);
    },
  };
}

/** Everything but the accounts and their keys goes; addresses start anew, so that a seed gives the same ones. */
function empty(world: World, account: Account): void {
  for (const other of world.accounts.values()) other.devices.clear();
  for (const map of [world.services, world.claimable, world.registrations, world.addresses, account.tags]) map.clear();
  Object.assign(account, { attributes: {}, events: [], notifications: { email: true, desktop: true, url: false, address: null } });
  world.clockOffset = 0;
  world.counter = 0;
}

async function listen(listener: RequestListener, port = 0): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 30_000 }, listener);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
