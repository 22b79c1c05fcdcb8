import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../test/engine/support";
import type { Measure, Row } from "./support/measure";
import { inTurns, sampleOf } from "./support/sample";
import { withSandbox } from "./support/sandbox-process";
import { count, seconds } from "./support/units";

const ROUNDS = 3;
const SIZES = [1000, 10_000, 100_000];

/** What bench/scan/reader.ts prints. */
interface Read {
  devices: number;
  milliseconds: number;
  /** Peak resident memory of the process, in bytes. */
  memory: number;
}

export const scan: Measure = {
  title: "A scan of the whole account",
  about:
    "Every device with its one service, read by pages of 1,000 in a process of its own, beside a bare loop that fetches the same pages, parses them and throws them away. " +
    `Median of ${ROUNDS} runs in turns, least and most in brackets.`,
  run: () =>
    withSandbox(async (account, control) => {
      const rows: Row[] = [];
      const requests: string[] = [];
      for (const devices of SIZES) {
        await control.reset({ devices, services: 1 });
        const read = (way: "inventory" | "bare") => async () => {
          const { stdout } = await promisify(execFile)(process.execPath, [tsNode, reader, way, JSON.stringify(account)]);
          const answer = JSON.parse(stdout) as Read;
          if (answer.devices !== devices) throw new Error(`The ${way} reader found ${answer.devices} of ${devices} devices.`);
          return answer;
        };
        const [ours = [], bare = []] = await inTurns(ROUNDS, [read("inventory"), read("bare")]);
        const before = (await control.requests()).total;
        await read("inventory")();
        requests.push(`${count(devices)} devices: ${(await control.requests()).total - before}`);
        const isLargest = devices === SIZES.at(-1);
        const row = (name: string, value: "milliseconds" | "memory", unit: Row["unit"], limit?: number): Row => ({
          name: `${name}, ${count(devices)} devices`,
          ours: sampleOf(ours.map((run) => run[value])),
          than: "bare loop",
          other: sampleOf(bare.map((run) => run[value])),
          unit,
          ...(limit !== undefined && { limit: { ratio: limit } }),
        });
        rows.push(row("time", "milliseconds", seconds, isLargest ? 1.2 : undefined), row("peak memory", "memory", megabytes));
      }
      return { rows, notes: [`Requests of ours: ${requests.join("; ")}.`] };
    }),
};

const reader = join(repository, "bench/scan/reader.ts");
const tsNode = join(repository, "node_modules/ts-node/dist/bin.js");

const megabytes = (value: number): string => `${count(value / 1e6)} MB`;
