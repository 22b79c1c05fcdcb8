import { controlOf, startSandbox, type Control, type Sandbox, type SandboxOptions } from "../../../sandbox";
import type { Config } from "./stack";

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
    "remoteit:accessKeyId": accessKeyId,
    "remoteit:secretAccessKey": { secret: secretAccessKey },
    "remoteit:developerKey": { secret: developerKey },
  };
}
