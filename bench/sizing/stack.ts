import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { cliStack, type CliStack, type Config, type Outcome } from "../../test/engine/support";
import { checkpointsSkipped, succeeds } from "../services";
import { type Memory, withMemory } from "../support/memory";
import { type Account, configOf, registerDevices, type SandboxProcess } from "../support/sandbox-process";
import { type Taken, taken } from "../support/taken";

/** With each device its services: four resources. */
const SERVICES = ["ssh", "web", "vnc"];
const EACH = 1 + SERVICES.length;

export type Ran = Taken & { memory: Memory };

export interface Sized {
  /** From the next run on the engine writes its state at each step, as it does where nothing is said. */
  writeCheckpoints: () => void;
  run: (command: "preview" | "up" | "refresh", ...flags: string[]) => Promise<Ran>;
  /** Switches a service off on so many of the devices. */
  change: (devices: number) => void;
  /** Bytes of the state file. */
  stateSize: () => number;
}

/**
 * Runs with a stack of so many resources in a new account: devices that are adopted, and services made on them. The program
 * is a process of its own, as a user's is; checkpoints are skipped.
 */
export async function withResources<T>(
  account: Account,
  sandbox: SandboxProcess,
  resources: number,
  work: (stack: Sized) => Promise<T>,
  config: Config = {},
): Promise<T> {
  const ids = await registerDevices(sandbox.control, resources / EACH);
  const env: NodeJS.ProcessEnv = { ...checkpointsSkipped };
  const stack = await cliStack({
    program: programOf(ids, 0),
    config: { ...configOf(account), ...config },
    env,
  });
  try {
    return await work({
      writeCheckpoints: () => void (env["PULUMI_SKIP_CHECKPOINTS"] = "false"),
      run: (command, ...flags) => measured(sandbox, command, () => stack[command](...flags)),
      change: (devices) => stack.edit(programOf(ids, devices)),
      stateSize: () => statSync(join(stack.folder, "state/.pulumi/stacks/scenario/dev.json")).size,
    });
  } finally {
    rmSync(stack.folder, { recursive: true });
  }
}

async function measured(sandbox: SandboxProcess, command: keyof CliStack, run: () => Promise<Outcome>): Promise<Ran> {
  process.stderr.write(`bench: pulumi ${command}\n`);
  let memory: Memory | undefined;
  const took = await taken(sandbox, async () => {
    const [outcome, peaks] = await withMemory(run);
    await succeeds(command, Promise.resolve(outcome));
    memory = peaks;
  });
  return { ...took, memory: memory ?? { engine: 0, program: 0, provider: 0 } };
}

const programOf = (ids: readonly string[], off: number): string => `
  const remoteit = require("pulumi-remoteit");
  for (const [index, id] of ${JSON.stringify(ids)}.entries()) {
    const device = new remoteit.Device("pump-" + index, { deviceId: id });
    for (const [port, name] of ${JSON.stringify(SERVICES)}.entries())
      new remoteit.Service(name + "-" + index, {
        deviceId: device.id, name, application: "TCP", port: 8000 + port, enabled: !(port === 0 && index < ${off}),
      });
  }
`;
