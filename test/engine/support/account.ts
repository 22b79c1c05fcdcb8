import { setTimeout } from "node:timers/promises";
import { controlOf, startSandbox, type Control, type Sandbox, type SandboxOptions } from "../../../sandbox";
import { inlineStack, type Config, type InlineStack, type Program, type StateFile } from "./index";
import { unmarked } from "../../support/marks";
import type { StackOptions } from "./stack";

export interface TestAccount {
  sandbox: Sandbox;
  control: Control;
  /** Configuration of a stack that uses the account. */
  config: Config;
  stop: () => Promise<void>;
}

/** An account of its own: a sandbox, and what a stack has to be told to use it. */
export async function startAccount(options: SandboxOptions = {}): Promise<TestAccount> {
  const sandbox = await startSandbox(options);
  return { sandbox, control: controlOf(sandbox.control), config: configOf(sandbox), stop: sandbox.stop };
}

function configOf({ endpoint, accessKeyId, secretAccessKey, developerKey }: Sandbox): Config {
  return {
    "remoteit:endpoint": endpoint,
    ...keysOf({ accessKeyId, secretAccessKey }),
    "remoteit:developerKey": { secret: developerKey },
  };
}

interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

type Agent = Parameters<Control["agent"]>[0];

/** A device as the account tells it, asked past the provider. */
export interface Seen {
  name: string;
  state: "active" | "inactive";
  hardwareId: string;
  attributes: Record<string, unknown>;
  tags: { name: string }[];
  notificationSettings: { emailNotifications: boolean | null; desktopNotifications: boolean | null };
}

const query = `query($id: [String!]!) { login { device(id: $id) {
  name state hardwareId attributes tags { name } notificationSettings { emailNotifications desktopNotifications }
} } }`;

/** An account that the tests of a file share: a sandbox of their own, empty before each test. */
export interface Account {
  sandbox: Sandbox;
  control: Control;
  /** The settings of a stack that works on it; those given come on top. */
  config: (more?: Config) => Config;
  /** A stack of the account. Its secrets must not stand in what it prints, so tests look for them in `outcome.output`. */
  stack: (program: Program, options?: StackOptions) => Promise<InlineStack>;
  /** An agent that shows a claim code. */
  claimable: (agent?: Partial<Agent>) => Promise<{ deviceId: string; claimCode: string }>;
  /** A device that is in the account already. */
  owned: (agent?: Partial<Agent>) => Promise<string>;
  /** Undefined where the account has no such device. */
  device: (id: string, accountId?: string) => Promise<Seen | undefined>;
  /** Resolves once the provider has sent the operation, as the sandbox counts them: `graphql:listDevices`. */
  asked: (operation: string) => Promise<void>;
  /** So many requests are answered late: all resources of a run have begun when the first fails, after which the engine begins none. */
  slow: (requests: number) => Promise<unknown>;
  /** Somebody changes something by hand. */
  byHand: (mutation: string, variables?: Record<string, unknown>) => Promise<unknown>;
}

export function useAccount(options: SandboxOptions = {}): Account {
  const started = {} as Pick<Account, "sandbox" | "control">;
  let agents = 0;
  beforeAll(async () => {
    started.sandbox = await startSandbox(options);
    started.control = controlOf(started.sandbox.control);
  });
  beforeEach(() => started.control.reset());
  afterAll(() => started.sandbox.stop());

  const claimable: Account["claimable"] = async (agent = {}) => {
    const { deviceId, claimCode } = await started.control.agent({ hardwareId: `hw-${(agents += 1)}`, name: "fresh", ...agent });
    return { deviceId, claimCode: claimCode ?? "" };
  };
  const config: Account["config"] = (more = {}) => ({
    "remoteit:endpoint": started.sandbox.endpoint,
    ...keysOf(started.sandbox),
    ...more,
  });
  return Object.assign(started, {
    config,
    stack: (program: Program, { config: more, ...stackOptions }: StackOptions = {}) =>
      inlineStack({ program, config: config(more), ...stackOptions }),
    claimable,
    owned: async (agent?: Partial<Agent>) => {
      const { deviceId, claimCode } = await claimable(agent);
      await started.control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
      return deviceId;
    },
    device: async (id: string, accountId?: string) => {
      const { login } = (await started.control.change(query, { id: [id] }, accountId)) as { login: { device: Seen[] } };
      const [found] = login.device;
      return found && { ...found, attributes: unmarked(found.attributes) };
    },
    asked: async (operation: string) => {
      while (!((await started.control.requests()).byOperation[operation] ?? 0)) await setTimeout(50);
    },
    slow: (requests: number) => started.control.faults([{ kind: "slow", times: requests }]),
    byHand: (mutation: string, variables?: Record<string, unknown>) => started.control.change(mutation, variables),
  });
}

/** The settings that name a key. */
export function keysOf({ accessKeyId, secretAccessKey }: Keys): Config {
  return { "remoteit:accessKeyId": accessKeyId, "remoteit:secretAccessKey": { secret: secretAccessKey } };
}

/** Logical names of the resources that a replacement or a failure left to be deleted. */
export function pendingDeletes({ text }: StateFile): string[] {
  const { deployment } = JSON.parse(text) as { deployment: { resources?: { urn: string; delete?: boolean }[] } };
  const pending = (deployment.resources ?? []).filter((resource) => resource.delete === true);
  return pending.map(({ urn }) => urn.split("::").at(-1) ?? "");
}
