import { controlOf, startSandbox, type Control, type Sandbox, type SandboxOptions } from "../../sandbox";
import type { Resource } from "../../provider/core/resource";
import { type Context, resources } from "../../provider/domains";
import { settingsFor } from "../client/server";
import { claimed, run } from "../sandbox/support";
import { createStack, type Stack } from "../faults/run";

/** A service as the account holds it. */
export interface Live {
  id: string;
  name: string;
  application: number;
  host: string | null;
  port: number | null;
  enabled: boolean;
}

/** An account that the tests of a file share, empty before each test. */
export interface ServiceAccount {
  sandbox: Sandbox;
  control: Control;
  /** A stack that holds one service. */
  stack: () => Stack;
  /** A device that is called pump. */
  pump: (agent?: Partial<Parameters<Control["agent"]>[0]>) => Promise<string>;
  services: (deviceId: string) => Promise<Live[]>;
  rename: (id: string, name: string) => Promise<unknown>;
  /** How often an operation was sent. */
  sent: (operation: string) => Promise<number>;
}

export function useServices(options: SandboxOptions = {}): ServiceAccount {
  const account = {} as ServiceAccount;
  beforeAll(async () => {
    account.sandbox = await startSandbox(options);
    account.control = controlOf(account.sandbox.control);
  });
  beforeEach(() => account.control.reset());
  afterAll(() => account.sandbox.stop());
  const settings = () => {
    const { endpoint, accessKeyId, secretAccessKey, developerKey } = account.sandbox;
    return settingsFor(endpoint, { accessKeyId, secretAccessKey, developerKey, requestsPerSecond: 1000 });
  };
  return Object.assign(account, {
    stack: () => createStack(resources.service as unknown as Resource<Context>, settings),
    pump: (agent: object = {}) => claimed(account.control, { name: "pump", ...agent }),
    services: async (deviceId: string) => {
      const text = "query($id: [String!]!) { login { device(id: $id) { services { id name application host port enabled } } } }";
      const { login } = await run<{ login: { device: { services: Live[] }[] } }>(account.control, text, { id: [deviceId] });
      return login.device[0]?.services ?? [];
    },
    rename: (id: string, name: string) =>
      run(account.control, "mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name }),
    sent: async (operation: string) => (await account.control.requests()).byOperation[`graphql:${operation}`] ?? 0,
  });
}
