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
    `the usual way loads a GraphQL client beside it. Median of ${ROUNDS} processes in turns, least and most in brackets.`,
  run: async () => {
    const timed =
      (...names: string[]) =>
      () =>
        timeToRequire(names);
    const [pulumi = [], ours = [], usual = []] = await inTurns(ROUNDS, [
      timed("@pulumi/pulumi"),
      timed("pulumi-remoteit"),
      timed("@pulumi/pulumi", "graphql-request"),
    ]);
    const row = { name: "import", ours: sampleOf(ours), unit: milliseconds };
    return {
      rows: [
        { ...row, than: "@pulumi/pulumi", other: sampleOf(pulumi), limit: { ratio: 1.3 } },
        { ...row, than: "usual way", other: sampleOf(usual) },
      ],
    };
  },
};

/** Milliseconds that a new process takes to load these, in the place of a user's program. */
function timeToRequire(names: string[]): number {
  const script = `const start = performance.now();
    for (const name of ${JSON.stringify(names)}) require(name);
    console.log(performance.now() - start);`;
  const { NODE_COMPILE_CACHE: _cache, NODE_OPTIONS: _options, ...env } = process.env;
  return Number(execFileSync(process.execPath, ["--eval", script], { cwd: consumer(), env, encoding: "utf8" }));
}
