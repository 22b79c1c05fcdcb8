import { rmSync } from "node:fs";
import { cpuTime } from "./support/cpu";
import { EIGHT, lean, leanLoop } from "./support/lean";
import { beside, type Measure, type Row } from "./support/measure";
import { recorded } from "./support/recorded";
import { inTurns, sampleOf } from "./support/sample";
import { type Account, registerDevices, withSandbox } from "./support/sandbox-process";
import { type Taken, taken } from "./support/taken";
import { seconds } from "./support/units";
import { checkpointsSkipped, makeAll, serviceStack, type Contender } from "./services";

const ROUNDS = 5;
const SERVICES = 300;
const DEVICES = 100;

export const up: Measure = {
  title: `\`pulumi up\` of ${SERVICES} services`,
  about:
    `${SERVICES} services on ${DEVICES} devices of the sandbox, which runs in a process of its own, into a new stack in a state file, on no line. ` +
    "The no-op resources are as large in state as ours, and their provider does nothing: the lower bound, what Pulumi itself takes. " +
    `The lean loops send the very requests of ours by bare fetch, with no engine. Median of ${ROUNDS} runs in turns, least and most in brackets.`,
  run: () =>
    withSandbox(async (account, control, sandbox) => {
      const once =
        (contender: Contender, env: NodeJS.ProcessEnv = {}, at: Account = account) =>
        async (): Promise<Taken> => {
          const stack = await serviceStack(contender, at, await registerDevices(control, DEVICES), SERVICES, env);
          const made = await taken(sandbox, () => makeAll(stack));
          rmSync(stack.folder, { recursive: true });
          return made;
        };
      const sent = await recorded(account.endpoint, (endpoint) => once("ours", checkpointsSkipped, { ...account, endpoint })());
      const loop = (inFlight: number) => async () => {
        await registerDevices(control, DEVICES);
        return taken(sandbox, () => lean(account, sent, inFlight));
      };
      const [ours = [], noop = [], usual = [], oursSkipped = [], noopSkipped = [], one = [], eight = []] = await inTurns(ROUNDS, [
        once("ours"),
        once("noop"),
        once("usual"),
        once("ours", checkpointsSkipped),
        once("noop", checkpointsSkipped),
        loop(1),
        loop(EIGHT),
      ]);
      const of = (value: keyof Taken, runs: readonly Taken[]) => sampleOf(runs.map((run) => run[value]));
      const row = (
        name: string,
        value: keyof Taken,
        runs: readonly Taken[],
        ...others: [than: string, runs: Taken[], limit?: number][]
      ): Row[] =>
        beside(
          { name, ours: of(value, runs), unit: seconds },
          ...others.map(([than, other, limit]) => ({
            than,
            other: of(value, other),
            ...(limit !== undefined && { limit: { ratio: limit } }),
          })),
        );
      return {
        rows: [
          ...row("wall clock", "wall", ours, ["no-op", noop, 1.3], ["usual way", usual]),
          ...row(
            "wall clock, checkpoints skipped",
            "wall",
            oursSkipped,
            ["no-op", noopSkipped, 1.3],
            [leanLoop(EIGHT), eight],
            [leanLoop(1), one],
          ),
          ...(Number.isNaN(cpuTime())
            ? []
            : [
                ...row("CPU time", "cpu", ours, ["no-op", noop], ["usual way", usual]),
                ...row("CPU time, checkpoints skipped", "cpu", oursSkipped, ["no-op", noopSkipped], [leanLoop(EIGHT), eight]),
                ...row("CPU time of the sandbox", "sandbox", ours, ["usual way", usual], [leanLoop(EIGHT), eight]),
              ]),
        ],
        notes: [
          `Requests: ours ${of("requests", ours).median}, the usual way ${of("requests", usual).median}. Ours reads the device before it adds a service, so that a run that was cut off makes none twice.`,
          "CPU time is that of the engine, the program and the provider's process together, without the sandbox; a busy machine stretches it less than the wall clock.",
          "Checkpoints are skipped by `PULUMI_EXPERIMENTAL=true PULUMI_SKIP_CHECKPOINTS=true`.",
        ],
      };
    }),
};
