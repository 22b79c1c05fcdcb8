import { kinds } from "../../drift/kinds";
import { identityOf } from "../../provider/core/identity";
import { controlOf, startSandbox, type Control, type Sandbox, type SandboxOptions } from "../../sandbox";
import { adapters, adapterStack, type AdapterName, type AdapterStack, type Declaration } from "./index";
import type { Provider } from "./provider";

/** An account that the tests of a file share: a sandbox of their own, empty before each test. */
export interface AdapterAccount {
  sandbox: Sandbox;
  control: Control;
  /** An empty stack of the account. @param more - Settings on top of those that name the account; undefined takes one away. */
  stack: (adapter: AdapterName, more?: Record<string, string | undefined>) => AdapterStack;
  /** One process of the provider, for what an engine asks of it at the same time. Its `end` is up to the test. */
  process: (adapter: AdapterName, more?: Record<string, string | undefined>) => Promise<Provider>;
}

export const adapterNames = Object.keys(adapters) as AdapterName[];

export function useAdapterAccount(options: SandboxOptions = {}): AdapterAccount {
  const started = {} as Pick<AdapterAccount, "sandbox" | "control">;
  beforeAll(async () => {
    started.sandbox = await startSandbox(options);
    started.control = controlOf(started.sandbox.control);
  });
  beforeEach(() => started.control.reset());
  afterAll(() => started.sandbox.stop());
  const settings = (more: Record<string, string | undefined> = {}): Record<string, string> => {
    const { endpoint, accessKeyId, secretAccessKey, developerKey } = started.sandbox;
    const all: Record<string, string | undefined> = {
      endpoint,
      accessKeyId,
      secretAccessKey,
      developerKey,
      requestsPerSecond: "1000",
      ...more,
    };
    return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
  };
  return Object.assign(started, {
    stack: (adapter: AdapterName, more?: Record<string, string | undefined>) =>
      adapterStack(adapters[adapter], { default: settings(more) }),
    process: (adapter: AdapterName, more?: Record<string, string | undefined>) => adapters[adapter](settings(more)),
  });
}

/** The state with the id that each thing is known by now: of a renamed one a refresh brings that. */
const identified = (stack: AdapterStack) =>
  [...stack.state].map(([name, kept]) => {
    const kind = kinds.get(kept.type);
    return [name, { ...kept, ...(kind && { id: identityOf(kind, kept.id, kept.outputs) }) }];
  });

/** A preview shows nothing, a refresh finds what is in state already, and a preview after it shows nothing either. */
export async function expectClean(stack: AdapterStack, declaration: Declaration): Promise<void> {
  const before = identified(stack);
  const nothing = { created: [], updated: [], replaced: [], deleted: [], errors: [] };
  expect(await stack.preview(declaration)).toMatchObject(nothing);
  expect(await stack.refresh()).toMatchObject(nothing);
  expect(identified(stack)).toEqual(before);
  expect(await stack.preview(declaration)).toMatchObject(nothing);
}
