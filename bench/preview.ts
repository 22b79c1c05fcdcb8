import { rmSync } from "node:fs";
import { cpuTime } from "./support/cpu";
import { beside, type Measure } from "./support/measure";
import { inTurns, sampleOf } from "./support/sample";
import { registerDevices, withSandbox } from "./support/sandbox-process";
import { type Taken, taken } from "./support/taken";
import { seconds } from "./support/units";
import { serviceStack, succeeds, type Contender } from "./services";

const ROUNDS = 5;
const SERVICES = 1000;
const DEVICES = 100;

export const preview: Measure = {
  title: `\`pulumi preview\` of ${SERVICES.toLocaleString("en")} services`,
  about:
    "Of services that are all to be made. The usual no-op is a class in the program, as Pulumi's guide to dynamic providers has it, that does nothing; the other no-op is " +
    `the same in an installed package, as ours is. Median of ${ROUNDS} runs in turns, least and most in brackets.`,
  run: () =>
    withSandbox(async (account, control, sandbox) => {
      const devices = await registerDevices(control, DEVICES);
      const once = (contender: Contender) => async (): Promise<Taken> => {
        const stack = await serviceStack(contender, account, devices, SERVICES);
        const previewed = await taken(sandbox, () => succeeds("preview", stack.preview()));
        rmSync(stack.folder, { recursive: true });
        return previewed;
      };
      const [ours = [], usual = [], noop = []] = await inTurns(ROUNDS, [once("ours"), once("usualNoop"), once("noop")]);
      const row = (name: string, value: "wall" | "cpu", limit?: { ratio: number }) => {
        const of = (runs: readonly Taken[]) => sampleOf(runs.map((run) => run[value]));
        return beside(
          { name, ours: of(ours), unit: seconds },
          { than: "usual no-op", other: of(usual), ...(limit && { limit }) },
          { than: "no-op in a package", other: of(noop), ...(limit && { limit }) },
        );
      };
      return {
        rows: [...row("wall clock", "wall", { ratio: 0.7 }), ...(Number.isNaN(cpuTime()) ? [] : row("CPU time", "cpu"))],
        notes: [
          `Requests: ${sampleOf(ours.map(({ requests }) => requests)).median}. Why it takes less than a class that does nothing: docs/decisions/0043-what-a-program-loads-and-formats.md.`,
        ],
      };
    }),
};
