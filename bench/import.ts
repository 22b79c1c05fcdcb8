import { execFileSync } from "node:child_process";
import { consumer } from "../test/engine/support";
import type { Measure } from "./support/measure";
import { inTurns, sampleOf } from "./support/sample";
import { milliseconds } from "./support/units";

const ROUNDS = 15;

export const imports: Measure = {
  title: "Time to import the sdk",
  about:
    "`require` in a new process, without Node's compile cache. The lower bound is @pulumi/pulumi alone, which every program loads; " +
    "the usual way loads a GraphQL client beside it. The own share is what the sdk takes in a process that has loaded @pulumi/pulumi a moment before. " +
    `Median of ${ROUNDS} processes in turns, least and most in brackets.`,
  run: async () => {
    const timed =
      (...names: string[]) =>
      () =>
        timesToRequire(names);
    const [pulumi = [], ours = [], usual = [], both = []] = await inTurns(ROUNDS, [
      timed("@pulumi/pulumi"),
      timed("pulumi-remoteit"),
      timed("@pulumi/pulumi", "graphql-request"),
      timed("@pulumi/pulumi", "pulumi-remoteit"),
    ]);
    const whole = (runs: readonly number[][]) => sampleOf(runs.map((times) => times.reduce((sum, time) => sum + time, 0)));
    const step = (runs: readonly number[][], index: number) => sampleOf(runs.map((times) => times[index] ?? Number.NaN));
    const row = { name: "import", ours: whole(ours), unit: milliseconds };
    return {
      rows: [
        { ...row, than: "@pulumi/pulumi", other: whole(pulumi), limit: { ratio: 1.3 } },
        { ...row, than: "usual way", other: whole(usual) },
        {
          name: "own share",
          ours: step(both, 1),
          than: "@pulumi/pulumi",
          other: step(both, 0),
          unit: milliseconds,
          limit: { value: 60 },
        },
      ],
    };
  },
};

/** Milliseconds that a new process takes to load each of these, one after the other, in the place of a user's program. */
function timesToRequire(names: string[]): number[] {
  const script = `const times = ${JSON.stringify(names)}.map((name) => {
      const start = performance.now();
      require(name);
      return performance.now() - start;
    });
    console.log(JSON.stringify(times));`;
  const { NODE_COMPILE_CACHE: _cache, NODE_OPTIONS: _options, ...env } = process.env;
  return JSON.parse(execFileSync(process.execPath, ["--eval", script], { cwd: consumer(), env, encoding: "utf8" })) as number[];
}
