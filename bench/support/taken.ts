import { cpuTime } from "./cpu";
import type { SandboxProcess } from "./sandbox-process";

/** What some work took: milliseconds, and requests. */
export interface Taken {
  wall: number;
  /** CPU time of this process and of those that ended meanwhile: the engine, the program and the provider. NaN without /proc. */
  cpu: number;
  /** CPU time of the sandbox, which plays remote.it and is in none of the others. */
  sandbox: number;
  requests: number;
}

export async function taken({ control, cpu }: SandboxProcess, work: () => Promise<unknown>): Promise<Taken> {
  const requests = (await control.requests()).total;
  const before = { wall: performance.now(), cpu: cpuTime(), sandbox: cpu() };
  await work();
  const after = { wall: performance.now(), cpu: cpuTime(), sandbox: cpu() };
  return {
    wall: after.wall - before.wall,
    cpu: after.cpu - before.cpu,
    sandbox: after.sandbox - before.sandbox,
    requests: (await control.requests()).total - requests,
  };
}
