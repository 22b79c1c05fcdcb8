import { rmSync } from "node:fs";
import { cpuTime } from "./support/children";
import type { Measure, Row } from "./support/measure";
import { inTurns, sampleOf } from "./support/sample";
import { registerDevices, withSandbox } from "./support/sandbox-process";
import { seconds } from "./support/units";
import { makeAll, serviceStack, type Contender } from "./services";

const ROUNDS = 5;
const SERVICES = 300;
const DEVICES = 100;

interface Run {
  wall: number;
  cpu: number | undefined;
  requests: number;
}

export const up: Measure = {
  title: `\`pulumi up\` of ${SERVICES} services`,
  about:
    `${SERVICES} services on ${DEVICES} devices of the sandbox, which runs in a process of its own, into a new stack in a state file. ` +
    `The no-op resources are as large in state as ours, and their provider does nothing: the lower bound, what Pulumi itself takes. Median of ${ROUNDS} runs in turns, least and most in brackets.`,
  run: () =>
    withSandbox(async (account, control) => {
      const once = (contender: Contender) => async (): Promise<Run> => {
        const devices = await registerDevices(control, DEVICES);
        const stack = await serviceStack(contender, account, devices, SERVICES);
        const [start, cpuStart] = [performance.now(), cpuTime()];
        await makeAll(stack);
        const [end, cpuEnd] = [performance.now(), cpuTime()];
        rmSync(stack.folder, { recursive: true });
        const cpu = cpuStart === undefined || cpuEnd === undefined ? undefined : cpuEnd - cpuStart;
        return { wall: end - start, cpu, requests: (await control.requests()).total };
      };
      const [noop = [], ours = [], usual = []] = await inTurns(ROUNDS, [once("noop"), once("ours"), once("usual")]);
      const row = (name: string, value: "wall" | "cpu", than: string, other: Run[], limit?: number): Row => ({
        name,
        ours: sampleOf(ours.map((run) => run[value] ?? Number.NaN)),
        than,
        other: sampleOf(other.map((run) => run[value] ?? Number.NaN)),
        unit: seconds,
        ...(limit !== undefined && { limit: { ratio: limit } }),
      });
      const cpuRows = [row("CPU time", "cpu", "no-op", noop), row("CPU time", "cpu", "usual way", usual)];
      return {
        rows: [
          row("wall clock", "wall", "no-op", noop, 1.3),
          row("wall clock", "wall", "usual way", usual),
          ...(cpuTime() === undefined ? [] : cpuRows),
        ],
        notes: [
          `Requests: ours ${ours[0]?.requests ?? 0}, the usual way ${usual[0]?.requests ?? 0}. Ours reads the device before it adds a service, so that a run that was cut off makes none twice.`,
          "CPU time is that of the engine, the program and the provider's process together, without the sandbox; a busy machine stretches it less than the wall clock.",
        ],
      };
    }),
};
