import { addAccount, addKey } from "./accounts";
import { entities } from "./entities";
import { project } from "./entities/provisioning";
import { createRandom } from "./random";
import { createApi } from "./server/api";
import { createControl } from "./server/control";
import { createCounter } from "./server/counts";
import { createFaults } from "./server/faults";
import { createLimiter } from "./server/limit";
import { listen } from "./server/listen";
import { createOperations } from "./server/operations";
import type { SandboxOptions } from "./public";
import { readOptions } from "./server/options";
import { createUpgrade } from "./server/socket";
import { createStore, emptyStore } from "./store";

export { controlOf, type Control } from "./control-client";
export { answersTo, assumedWorld, type Switch, type SwitchName, switches, switchNames, type World } from "./worlds";
export type { SandboxOptions, TableCall, WebhookCall } from "./public";

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

const EMAIL = "sandbox@example.com";

/**
 * Starts an account of remote.it on this machine: real HTTP on 127.0.0.1.
 *
 * @throws Error where an option is wrong or a port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { devices, services, seed, world, without, port, controlPort } = readOptions(options);
  const stopping = new AbortController();
  const store = createStore(world, seed, stopping.signal);
  const account = addAccount(store, EMAIL);
  const key = addKey(store, account.id);
  const fill = (wanted: { devices: number; services: number }) => {
    for (const entity of entities) entity.seed?.(store, account, { ...wanted, seed });
  };
  fill({ devices, services });

  const operations = createOperations(entities, store, without);
  const [counter, faults, limiter] = [createCounter(), createFaults(createRandom(seed)), createLimiter()];
  const reset = (devicesAgain: number, servicesAgain: number) => {
    emptyStore(store);
    fill({ devices: devicesAgain, services: servicesAgain });
    faults.clear();
    limiter.set(undefined);
    counter.reset();
  };

  const { listener, settled } = createApi({ store, operations, counter, faults, limiter, stopping: stopping.signal });
  const api = await listen(listener, port, createUpgrade(store));
  store.endpoint = api.address;
  const controlled = { store, account, entities, operations, counter, faults, limiter, reset, api, settled };
  const control = await listen(createControl(controlled), controlPort).catch(async (error: unknown) => {
    await api.stop();
    throw error;
  });
  return {
    endpoint: api.address,
    control: control.address,
    accountId: account.id,
    accessKeyId: key.id,
    secretAccessKey: key.secret,
    developerKey: account.developerKey,
    ...project,
    stop: async () => {
      stopping.abort();
      await Promise.all([api.stop(), control.stop()]);
    },
  };
}
