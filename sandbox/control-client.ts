import type { Agent, Counts, Delivery, FaultInput, Limit, Started } from "./public";

interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

/** The control interface as methods. A call that it refuses rejects with its reason. */
export interface Control {
  requests: () => Promise<Counts>;
  /** An empty account again, or one with so many devices and services of each. */
  reset: (content?: { devices?: number; services?: number }) => Promise<void>;
  /** Adds to those that are armed. */
  faults: (faults: readonly FaultInput[]) => Promise<void>;
  clearFaults: () => Promise<void>;
  /** How far the sandbox's clock is ahead of this machine's. */
  clock: (offsetSeconds: number) => Promise<void>;
  /** Whether the API takes connections: while not, they are refused. */
  listening: (listening: boolean) => Promise<void>;
  /** Resolves once no request to the API is under way: those that are slow are carried out after the line is cut. */
  settled: () => Promise<void>;
  /** Null lifts it. */
  limit: (limit: Limit | null) => Promise<void>;
  agent: (agent: Agent) => Promise<Started>;
  /** Fires the webhook, also where the state stays the same. */
  agentState: (deviceId: string, state: "online" | "offline") => Promise<void>;
  /** Runs a query or a mutation as the user of an account (default: the first) and gives its data; rejects on errors. */
  change: (query: string, variables?: Record<string, unknown>, accountId?: string) => Promise<unknown>;
  /** Calls of webhooks so far, each try by itself. */
  deliveries: () => Promise<Delivery[]>;
  account: (email?: string) => Promise<Keys & { accountId: string; developerKey: string }>;
  /**
   * Puts into an account (default: the first) what no client can make here, by the names that entities give it:
   * `{ networks: [{ name: "plant", tags: ["prod"] }], roles: […], products: […] }`.
   */
  content: (content: Record<string, readonly object[]>, accountId?: string) => Promise<void>;
  key: (accountId?: string) => Promise<Keys>;
  disableKey: (accessKeyId: string) => Promise<void>;
  /** The user of account `of` may act for `accountId` from now on. */
  member: (membership: { accountId: string; of: string }) => Promise<void>;
  /** Verifies the domain of an organization (default: the first account's), as once DNS says what it has to; or takes that back. */
  domain: (domain?: { accountId?: string; verified?: boolean }) => Promise<void>;
  /** The account is a guest on the device from now on: it shows the device, which stays its owner's. */
  share: (sharing: { deviceId: string; accountId: string }) => Promise<void>;
}

/** @param control - The address that the sandbox prints as `control`. */
export function controlOf(control: string): Control {
  // fetch would quote an address that it does not take, with the password in it.
  if (!isPlain(control)) throw new TypeError(notPlain);
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${control}${path}`, init);
    const answer = (await response.json()) as { error?: string };
    if (!response.ok) throw new Error(`The sandbox refused ${method} ${path}: ${answer.error ?? response.statusText}`);
    return answer;
  };
  const done = async (method: string, path: string, body?: unknown): Promise<void> => void (await call(method, path, body));
  return {
    requests: () => call("GET", "/requests") as Promise<Counts>,
    reset: (content = {}) => done("POST", "/reset", content),
    faults: (faults) => done("POST", "/faults", faults),
    clearFaults: () => done("DELETE", "/faults"),
    /** How far the sandbox's clock is ahead of this machine's. */
    clock: (offsetSeconds) => done("POST", "/clock", { offsetSeconds }),
    listening: (listening) => done("POST", "/listening", { listening }),
    settled: () => done("GET", "/settled"),
    limit: (limit) => done("POST", "/limit", limit),
    agent: (agent) => call("POST", "/agents", agent) as Promise<Started>,
    agentState: (deviceId, state) => done("POST", `/agents/${encodeURIComponent(deviceId)}/state`, { state }),
    change: async (query, variables = {}, accountId) => {
      const answer = (await call("POST", "/change", { query, variables, accountId })) as {
        data?: unknown;
        errors?: { message: string }[];
      };
      if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join(" "));
      return answer.data;
    },
    deliveries: () => call("GET", "/deliveries") as Promise<Delivery[]>,
    account: (email) => call("POST", "/accounts", { email }) as ReturnType<Control["account"]>,
    content: (content, accountId) => done("POST", "/content", { content, accountId }),
    key: (accountId) => call("POST", "/keys", { accountId }) as Promise<Keys>,
    disableKey: (accessKeyId) => done("DELETE", `/keys/${encodeURIComponent(accessKeyId)}`),
    member: (membership) => done("POST", "/members", membership),
    domain: (domain = {}) => done("POST", "/domains", domain),
    share: (sharing) => done("POST", "/shares", sharing),
  };
}

const notPlain =
  "The address of the control interface must be the one that the sandbox prints, such as http://127.0.0.1:8081, without a user or a password.";

function isPlain(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}
