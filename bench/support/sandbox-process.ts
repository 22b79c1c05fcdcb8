import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { controlOf, type Control, type Sandbox } from "../../sandbox";
import { consumer, type Config } from "../../test/engine/support";
import { cpuTimeOf } from "./cpu";

/** What the sandbox's command prints of itself. */
export type Account = Omit<Sandbox, "stop">;

/** Configuration of a stack that uses the account. */
export const configOf = ({ endpoint, accessKeyId, secretAccessKey }: Account): Config => ({
  "remoteit:endpoint": endpoint,
  "remoteit:accessKeyId": accessKeyId,
  "remoteit:secretAccessKey": { secret: secretAccessKey },
});

export interface SandboxProcess {
  control: Control;
  /** Milliseconds of CPU that it has used so far; NaN where the system has no /proc. */
  cpu: () => number;
}

/** Runs with the sandbox that the packed command starts: in a process of its own, so that its work is not taken for ours. */
export async function withSandbox<T>(
  run: (account: Account, control: Control, sandbox: SandboxProcess) => Promise<T>,
): Promise<T> {
  const main = join(consumer(), "node_modules/pulumi-remoteit/dist/cli/main.js");
  const child = spawn(process.execPath, [main, "sandbox"], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  try {
    const [line] = (await once(createInterface(child.stdout), "line", { signal: AbortSignal.timeout(30_000) })) as [string];
    const account = JSON.parse(line) as Account;
    const control = controlOf(account.control);
    return await run(account, control, { control, cpu: () => cpuTimeOf(child.pid ?? 0) });
  } finally {
    child.kill();
    await exit;
  }
}

/** Empties the account and fills it with so many devices that take services, as their agents register them. Gives their ids. */
export async function registerDevices(control: Control, count: number): Promise<string[]> {
  await control.reset();
  const { login } = (await control.change("{ login { registrationCode } }")) as { login: { registrationCode: string } };
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { deviceId } = await control.agent({ code: login.registrationCode, hardwareId: `bench-${number}` });
    ids.push(deviceId);
  }
  return ids;
}
