import { controlOf, type Control, type Sandbox, startSandbox } from "../../sandbox";
import type { Settings } from "../../provider/client";
import { type Context, createContext } from "../../provider/domains";
import { settingsFor } from "../client/server";
import { type Exchange, startProxy } from "../support/proxy";
import { claimed } from "../sandbox/support";

export interface Seen {
  id: string;
  name: string;
  attributes: Record<string, unknown>;
  services: { id: string; name: string }[];
}

export interface Bench {
  sandbox: Sandbox;
  control: Control;
  /** What the user was told since the test began. */
  said: string[];
  /** A process of its own, at the account, or at a proxy before it. */
  process: (more?: Partial<Settings>) => Context;
  /** A device of the account, made by hand. */
  owned: (agent?: Partial<Parameters<Control["agent"]>[0]>) => Promise<string>;
  /** What the account holds of a device. */
  device: (id: string) => Promise<Seen | undefined>;
  /** A proxy before the sandbox, until the test ends. */
  proxy: (decide: (exchange: Exchange) => Promise<unknown>) => Promise<string>;
}

const DEVICE = "query($id: [String!]!) { login { device(id: $id) { id name attributes services { id name } } } }";

/** An account for the tests of a file, empty before each. */
export function useBench(): Bench {
  const bench = {} as Bench;
  const proxies: (() => Promise<void>)[] = [];
  let agents = 0;
  beforeAll(async () => {
    bench.sandbox = await startSandbox();
    bench.control = controlOf(bench.sandbox.control);
  });
  beforeEach(async () => {
    bench.said = [];
    await bench.control.reset();
  });
  afterEach(async () => {
    await Promise.all(proxies.splice(0).map((stop) => stop()));
  });
  afterAll(() => bench.sandbox.stop());
  return Object.assign(bench, {
    process: (more: Partial<Settings> = {}) => {
      const { endpoint, accessKeyId, secretAccessKey, developerKey } = bench.sandbox;
      const keys = { accessKeyId, secretAccessKey, developerKey, signature: "cavage" } as const;
      const settings = settingsFor(endpoint, { ...keys, requestsPerSecond: 1000, maxRetries: 2, timeoutSeconds: 2, ...more });
      return createContext(settings, (level, message) => void bench.said.push(`${level}: ${message}`));
    },
    owned: (agent = {}) => {
      agents += 1;
      return claimed(bench.control, { hardwareId: `hw-${agents}`, name: "pump", online: false, ...agent });
    },
    device: async (id: string) => {
      const { login } = (await bench.control.change(DEVICE, { id: [id] })) as { login: { device: Seen[] } };
      return login.device[0];
    },
    proxy: async (decide: Parameters<Bench["proxy"]>[0]) => {
      const { url, stop } = await startProxy(bench.sandbox.endpoint, decide);
      proxies.push(stop);
      return url;
    },
  } satisfies Partial<Bench>);
}
