import { findDrift, readStack, type DriftOptions, type Finding } from "../../../drift";
import { createReadOnlyContext, resources, type Context } from "../../../provider/domains";
import type { Resource } from "../../../provider/core/resource";
import { type Control, controlOf, type Sandbox, type SandboxOptions, startSandbox } from "../../../sandbox";
import { settingsFor } from "../../client/server";
import { exported, recordOf } from "../../drift/state";
import { createStack, type Stack } from "../../faults/run";
import { unmarked } from "../../support/marks";

type Properties = Record<string, unknown>;

/** A device as the account tells it, asked past the provider. */
export interface Seen {
  attributes: Properties;
  tags: string[];
  notificationSettings: { emailNotifications: boolean | null; desktopNotifications: boolean | null };
}

/** A sandbox of one world, empty before each test, and programs of one device each. */
export interface Devices {
  sandbox: Sandbox;
  control: Control;
  /** A device that is in the account. */
  device: (agent?: Partial<Parameters<Control["agent"]>[0]>) => Promise<string>;
  /** A stack with one device; its runs are like those of an engine. */
  stack: (settings?: Properties) => Stack;
  seen: (id: string, accountId?: string) => Promise<Seen>;
  byHand: (mutation: string, variables?: Properties, accountId?: string) => Promise<unknown>;
  /** Requests of the provider since the last reset, by operation. */
  requests: () => Promise<Record<string, number>>;
  /** What `drift` finds, where the program declares this. */
  drift: (stack: Stack, declared: Properties, options?: DriftOptions) => Promise<Finding[]>;
}

const SEEN = `query($id: [String!]!, $accountId: String) { login { account(id: $accountId) { device(id: $id) {
  attributes tags(accountId: $accountId) { name } notificationSettings { emailNotifications desktopNotifications }
} } } }`;

export function useDevices(options: SandboxOptions = {}): Devices {
  const devices = {} as Devices;
  let agents = 0;
  beforeAll(async () => {
    devices.sandbox = await startSandbox(options);
    devices.control = controlOf(devices.sandbox.control);
  });
  beforeEach(() => devices.control.reset());
  afterAll(() => devices.sandbox.stop());

  const settings = (more: Properties = {}) => {
    const { endpoint, accessKeyId, secretAccessKey } = devices.sandbox;
    return settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000, ...more });
  };
  const byHand: Devices["byHand"] = (mutation, variables, accountId) => devices.control.change(mutation, variables, accountId);
  return Object.assign(devices, {
    byHand,
    device: async (agent = {}) => {
      agents += 1;
      const { deviceId, claimCode } = await devices.control.agent({ hardwareId: `hw-${agents}`, online: false, ...agent });
      await byHand("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
      return deviceId;
    },
    stack: (more) => createStack(resources.device as unknown as Resource<Context>, () => settings(more)),
    seen: async (id, accountId) => {
      const { login } = (await byHand(SEEN, { id: [id], accountId: accountId ?? null }, accountId)) as {
        login: { account: { device: (Omit<Seen, "tags"> & { tags: { name: string }[] })[] } };
      };
      const [found] = login.account.device;
      if (!found) throw new Error(`There is no device ${id}.`);
      return { ...found, attributes: unmarked(found.attributes), tags: found.tags.map(({ name }) => name).sort() };
    },
    requests: async () => {
      const { byOperation } = await devices.control.requests();
      const own = Object.entries(byOperation).map(([name, count]) => [name.replace("graphql:", ""), count] as const);
      return Object.fromEntries(own);
    },
    drift: async ({ state }, declared, driftOptions) => {
      const record = recordOf("Device", state?.id ?? "", declared, state?.properties ?? {});
      const context = createReadOnlyContext(settings(), () => undefined);
      return (await findDrift(context, [readStack(exported([record]))], driftOptions)).findings;
    },
  } satisfies Partial<Devices>);
}
