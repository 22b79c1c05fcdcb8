import { check } from "../../provider/core/check";
import { stateAfter } from "../../provider/core/state";
import { createContext, createReadOnlyContext, type ReadOnlyContext } from "../../provider/domains";
import { type Control, controlOf, type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import { type DriftOptions, findDrift, readStack, type Report } from "../../drift";
import { kinds } from "../../drift/kinds";
import { settingsFor } from "../client/server";
import { exported, type StateRecord, recordOf } from "./state";

/** An account that the tests of a file share: a sandbox, empty before each test. */
export interface DriftAccount {
  sandbox: Sandbox;
  control: Control;
  context: (accountId?: string) => ReadOnlyContext;
  /** Offline devices that are in the account, with these names. */
  devices: (...names: string[]) => Promise<string[]>;
  /** Makes a thing as a program would, and gives what state then holds of it. */
  make: (type: string, declared: object, name?: string) => Promise<StateRecord>;
  /** The drift of one stack that holds these. */
  drift: (records: readonly StateRecord[], options?: DriftOptions) => Promise<Report>;
  /** Somebody changes something by hand. */
  byHand: (mutation: string, variables?: object) => Promise<unknown>;
}

export function useDriftAccount(options: SandboxOptions = {}): DriftAccount {
  const account = {} as DriftAccount;
  let agents = 0;
  beforeAll(async () => {
    account.sandbox = await startSandbox(options);
    account.control = controlOf(account.sandbox.control);
  });
  beforeEach(() => account.control.reset());
  afterAll(() => account.sandbox.stop());

  const settings = (accountId?: string) => {
    const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
    return settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000, ...(accountId && { accountId }) });
  };
  return Object.assign(account, {
    context: (accountId?: string) => createReadOnlyContext(settings(accountId), () => undefined),
    devices: (...names: string[]) =>
      Promise.all(
        names.map(async (name) => {
          agents += 1;
          const agent = await account.control.agent({ hardwareId: `hw-${agents}`, name, online: false });
          await account.control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: agent.claimCode });
          return agent.deviceId;
        }),
      ),
    make: async (type: string, declared: object, name = `a ${type}`) => {
      const kind = kinds.get(type);
      if (!kind) throw new Error(`There is no ${type}.`);
      const { inputs, problems } = check(kind, { ...declared }, false);
      if (problems.length > 0) throw new Error(JSON.stringify(problems));
      const outcome = await kind.create(
        createContext(settings(), () => undefined),
        inputs,
      );
      if (outcome.failedProperties[0]) throw outcome.failedProperties[0].error;
      return recordOf(type, outcome.id, inputs, stateAfter(kind, {}, inputs, outcome), name);
    },
    drift: (records: readonly StateRecord[], driftOptions?: DriftOptions) =>
      findDrift(account.context(), [readStack(exported(records))], driftOptions),
    byHand: (mutation: string, variables: object = {}) => account.control.change(mutation, { ...variables }),
  });
}
