import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../test/engine/support";
import type { Measure, Row } from "./support/measure";
import { exactly, inTurns, sampleOf } from "./support/sample";
import { withSandbox } from "./support/sandbox-process";
import { count, seconds } from "./support/units";

const ROUNDS = 3;
const DEVICES = 10_000;
const LARGE = 100_000;
const PAGE = 1000;

/** What bench/fleets/up.ts prints. */
interface Done {
  changed?: number;
  stateBytes?: number;
  milliseconds: number;
  /** Peak resident memory of the process, in bytes. */
  memory: number;
}

export const fleet: Measure = {
  title: "A fleet of all devices",
  about:
    "What the adapters ask in one `up` for a fleet of all devices, in a process of its own: a diff, and an update where it finds something. " +
    `Beside it a bare loop that fetches the pages of everything and throws them away, and the least requests. Of ${count(DEVICES)} devices; where it says so, of ${count(LARGE)}. ` +
    `Times and memory: median of ${ROUNDS} runs in turns, least and most in brackets.`,
  run: () =>
    withSandbox(async (account, control) => {
      const run = async (way: string): Promise<Done> => {
        const { stdout } = await promisify(execFile)(process.execPath, [tsNode, up, way, JSON.stringify(account)]);
        return JSON.parse(stdout) as Done;
      };
      const besideBare = async (
        name: string,
        devices: number,
        value: "milliseconds" | "memory",
        unit: Row["unit"],
        ratio: number,
      ) => {
        await control.reset({ devices, services: 1 });
        const [ours = [], bare = []] = await inTurns(ROUNDS, [() => run("same"), () => run("bare")]);
        const of = (done: readonly Done[]) => sampleOf(done.map((one) => one[value]));
        return { name, ours: of(ours), than: "bare loop", other: of(bare), unit, limit: { ratio } };
      };
      const bytes: string[] = [];
      const requests = async (name: string, way: string, least: (changed: number) => number): Promise<Row> => {
        await control.reset({ devices: DEVICES, services: 1 });
        const { changed = 0, stateBytes = 0 } = await run(way);
        const { total } = await control.requests();
        if (stateBytes > 0) bytes.push(`${count(stateBytes)} for ${name}`);
        const lower = least(changed);
        return {
          name,
          ours: exactly(total),
          than: "least, and 2",
          other: exactly(lower + 2),
          unit: count,
          limit: { value: lower + 2 },
        };
      };
      const pages = DEVICES / PAGE;
      const rows: Row[] = [
        await requests("requests, no change", "same", () => pages),
        await requests("requests, one tag more", "tag", (changed) => pages + Math.ceil(changed / 500)),
        await requests("requests, one service more", "service", (changed) => pages + changed),
        await besideBare("time, no change", DEVICES, "milliseconds", seconds, 1.3),
        await besideBare(`peak memory, no change, ${count(LARGE)} devices`, LARGE, "memory", megabytes, 1.5),
      ];
      return { rows, notes: [`Bytes of state, whatever the number of devices: ${bytes.join("; ")}.`] };
    }),
};

const up = join(repository, "bench/fleets/up.ts");
const tsNode = join(repository, "node_modules/ts-node/dist/bin.js");

const megabytes = (value: number): string => `${count(value / 1e6)} MB`;
