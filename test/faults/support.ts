import { setTimeout } from "node:timers/promises";
import { createContext, type Context } from "../../provider/domains";
import { controlOf, startSandbox, type Control, type Sandbox, type SandboxOptions } from "../../sandbox";
import { settingsFor } from "../client/server";

export interface Ground {
  sandbox: Sandbox;
  control: Control;
  /** A run of its own: another process would know no more. What it tells the user is gathered in `said`. */
  run: (said?: string[], more?: object) => Context;
}

/** A sandbox for the tests of a file, empty before each. */
export function useGround(options: SandboxOptions = {}): Ground {
  const ground = {} as Ground;
  beforeAll(async () => {
    ground.sandbox = await startSandbox(options);
    ground.control = controlOf(ground.sandbox.control);
  });
  beforeEach(() => ground.control.reset());
  afterAll(() => ground.sandbox.stop());
  ground.run = (said = [], more = {}) => {
    const { endpoint, accessKeyId, secretAccessKey, developerKey } = ground.sandbox;
    const keys = { accessKeyId, secretAccessKey, developerKey, signature: "auto" } as const;
    return createContext(settingsFor(endpoint, { ...keys, requestsPerSecond: 1000, maxRetries: 2, ...more }), (_level, message) =>
      said.push(message),
    );
  };
  return ground;
}

/** Resolves once the sandbox has had so many requests of an operation. */
export async function asked(control: Control, operation: string, times = 1): Promise<void> {
  while (((await control.requests()).byOperation[operation] ?? 0) < times) await setTimeout(20);
}
