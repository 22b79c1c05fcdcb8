import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Summary } from "../drift";
import type { Control } from "../sandbox";
import { consumer, projectFolder, repository } from "../test/engine/support";
import { exportOf } from "./drift/state";
import { makeAll } from "./services";
import { adopting, seeded } from "./support/adopted";
import type { Measure, Row } from "./support/measure";
import { exactly, inTurns, sampleOf } from "./support/sample";
import { type Account, withSandbox } from "./support/sandbox-process";
import { count, seconds } from "./support/units";

const ROUNDS = 3;
const DEVICES = 100_000;
const SERVICES = 3;
const PAGES = DEVICES / 1000;
/** Of the devices, as many as make 50,000 resources with their services. */
const MANAGED = 12_500;
const SMALL = 250;

export const drift: Measure = {
  title: "Drift",
  about:
    `An account of ${count(DEVICES)} devices with ${SERVICES} services each against the state of ${count(MANAGED * (1 + SERVICES))} resources, state file read, findings grouped: ` +
    `beside a bare loop that fetches the same pages, parses them and throws them away, each in a process of its own. Median of ${ROUNDS} runs in turns, least and most in brackets. ` +
    `Then ${count(SMALL * (1 + SERVICES))} resources in an account of as many, \`pulumi stack export\` included, beside \`pulumi refresh --preview-only\`.`,
  run: () =>
    withSandbox(async (account, control) => {
      const folder = projectFolder();
      const file = join(folder, "state.json");
      const rows = [...(await largest(account, control, file)), ...(await small(account, control, file))];
      rmSync(folder, { recursive: true });
      return {
        rows,
        notes: ["`pulumi refresh --preview-only` tells of managed resources alone, and nothing of unmanaged ones."],
      };
    }),
};

interface Read {
  milliseconds: number;
  memory: number;
}

async function largest(account: Account, control: Control, file: string): Promise<Row[]> {
  await control.reset({ devices: DEVICES, services: SERVICES });
  writeFileSync(file, await exportOf(account, MANAGED));
  const bare = () => read<Read>([tsNode, join(repository, "bench/scan/reader.ts"), "bare", JSON.stringify(account)]);
  const ours = async () => {
    const { summary, ...taken } = await report(account, file);
    const wanted = { inSync: MANAGED * (1 + SERVICES), unmanaged: (DEVICES - MANAGED) * (1 + SERVICES) };
    if (summary.inSync !== wanted.inSync || summary.unmanaged !== wanted.unmanaged)
      throw new Error(`The report says ${JSON.stringify(summary)}, and it should be ${JSON.stringify(wanted)}.`);
    return taken;
  };
  const [reports = [], loops = []] = await inTurns<Read>(ROUNDS, [ours, bare]);
  const before = (await control.requests()).total;
  await ours();
  const requests = (await control.requests()).total - before;
  const beside = (name: string, value: keyof Read, unit: Row["unit"], limit: NonNullable<Row["limit"]>): Row => ({
    name,
    ours: sampleOf(reports.map((one) => one[value])),
    than: "bare loop",
    other: sampleOf(loops.map((one) => one[value])),
    unit,
    limit,
  });
  return [
    beside("time, 100,000 devices", "milliseconds", seconds, { ratio: 1.5 }),
    beside("peak memory, 100,000 devices", "memory", megabytes, { value: 400e6 }),
    {
      name: "requests, 100,000 devices",
      ours: exactly(requests),
      than: "pages",
      other: exactly(PAGES),
      unit: count,
      limit: { value: PAGES + 2 },
    },
  ];
}

async function small(account: Account, control: Control, file: string): Promise<Row[]> {
  await control.reset({ devices: SMALL, services: SERVICES });
  const stack = await adopting(account, await seeded(control, SMALL));
  await makeAll(stack);
  const ours = async () => {
    writeFileSync(file, (await stack.run("stack", "export")).stdout);
    const { summary } = await report(account, file);
    if (summary.inSync !== SMALL * (1 + SERVICES)) throw new Error(`The report says ${JSON.stringify(summary)}.`);
  };
  const preview = async () => {
    const { code, stdout, stderr } = await stack.run("refresh", "--preview-only", "--expect-no-changes");
    if (code !== 0) throw new Error(`\`pulumi refresh --preview-only\` failed: ${stdout}${stderr}`);
  };
  const taken = (work: () => Promise<void>) => async () => {
    const before = (await control.requests()).total;
    const start = performance.now();
    await work();
    return { time: performance.now() - start, requests: (await control.requests()).total - before };
  };
  const [reports = [], previews = []] = await inTurns(ROUNDS, [taken(ours), taken(preview)]);
  rmSync(stack.folder, { recursive: true });
  const beside = (name: "time" | "requests", unit: Row["unit"]): Row => ({
    name: `${name}, ${count(SMALL * (1 + SERVICES))} resources`,
    ours: sampleOf(reports.map((one) => one[name])),
    than: "refresh",
    other: sampleOf(previews.map((one) => one[name])),
    unit,
  });
  return [beside("requests", count), beside("time", seconds)];
}

const tsNode = join(repository, "node_modules/ts-node/dist/bin.js");

const report = (account: Account, file: string) =>
  read<Read & { summary: Summary }>([
    join(repository, "bench/drift/reader.mjs"),
    join(consumer(), "node_modules/pulumi-remoteit"),
    JSON.stringify(account),
    file,
  ]);

async function read<T>(args: string[]): Promise<T> {
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout) as T;
}

const megabytes = (value: number): string => `${count(value / 1e6)} MB`;
