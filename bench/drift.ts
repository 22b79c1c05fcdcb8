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
import { farAway, overLine } from "./support/line";
import type { Measure, Row } from "./support/measure";
import { exactly, inTurns, sampleOf } from "./support/sample";
import { type Account, withSandbox } from "./support/sandbox-process";
import { count, seconds } from "./support/units";

const ROUNDS = 3;
const SERVICES = 3;
const SMALL = 250;

/** An account and the stack that manages some of its devices, each with all its services. */
interface Size {
  devices: number;
  managed: number;
}

const MEDIUM: Size = { devices: 20_000, managed: 500 };
const LARGE: Size = { devices: 100_000, managed: 12_500 };
const PAGES = LARGE.devices / 1000;

const described = ({ devices, managed }: Size): string =>
  `${count(devices)} devices with ${SERVICES} services each and the state of ${count(managed * (1 + SERVICES))} resources`;

export const drift: Measure = {
  title: "Drift",
  about:
    `Accounts of ${described(MEDIUM)}, and of ${described(LARGE)}; state file read, findings grouped. Beside it the best loop: it asks for the fields that are compared alone, by offsets, ` +
    "with eight pages under way at once, parses them and throws them away, and reads no state. And the same loop with one page at a time. Each is a process of its own. " +
    `Over the line a request and its answer take ${farAway.roundTrip} ms beside their work. Median of ${ROUNDS} runs in turns, least and most in brackets. ` +
    `Then ${count(SMALL * (1 + SERVICES))} resources in an account of as many, \`pulumi stack export\` included, beside \`pulumi refresh --preview-only\`.`,
  run: () =>
    withSandbox(async (account, control) => {
      const folder = projectFolder();
      const file = join(folder, "state.json");
      const rows = [
        ...(await medium(account, control, file)),
        ...(await large(account, control, file)),
        ...(await small(account, control, file)),
      ];
      rmSync(folder, { recursive: true });
      return {
        rows,
        notes: ["`pulumi refresh --preview-only` tells of managed resources alone, and nothing of unmanaged ones."],
      };
    }),
};

interface Read {
  milliseconds: number;
  /** Peak resident memory of the process, in bytes. */
  memory: number;
  /** CPU time of the process, its start included, in milliseconds. */
  cpu: number;
}

/** What repeated runs took: of ours, of the best loop, and of the one with a page at a time. */
interface Contest {
  ours: Read[];
  best: Read[];
  single: Read[];
}

async function medium(account: Account, control: Control, file: string): Promise<Row[]> {
  await prepare(account, control, file, MEDIUM);
  const far = await overLine(account.endpoint, farAway, (endpoint) => contest({ ...account, endpoint }, file, MEDIUM));
  return besideLoops(`time over the line, ${count(MEDIUM.devices)} devices`, far, "milliseconds", seconds, { ratio: 1.3 });
}

async function large(account: Account, control: Control, file: string): Promise<Row[]> {
  await prepare(account, control, file, LARGE);
  const far = await overLine(account.endpoint, farAway, (endpoint) => contest({ ...account, endpoint }, file, LARGE));
  const near = await contest(account, file, LARGE);
  const before = (await control.requests()).total;
  await report(account, file, LARGE);
  const requests = (await control.requests()).total - before;
  const devices = `${count(LARGE.devices)} devices`;
  return [
    ...besideLoops(`time over the line, ${devices}`, far, "milliseconds", seconds, { ratio: 1.3 }),
    ...besideLoops(`peak memory, ${devices}`, near, "memory", megabytes, { value: 220e6 }),
    ...besideLoops(`time without the line, ${devices}`, near, "milliseconds", seconds),
    ...besideLoops(`CPU time, ${devices}`, near, "cpu", seconds),
    {
      name: `requests, ${devices}`,
      ours: exactly(requests),
      than: "pages",
      other: exactly(PAGES),
      unit: count,
      limit: { value: PAGES + 2 },
    },
  ];
}

async function prepare(account: Account, control: Control, file: string, { devices, managed }: Size): Promise<void> {
  await control.reset({ devices, services: SERVICES });
  writeFileSync(file, await exportOf(account, managed));
}

async function contest(account: Account, file: string, size: Size): Promise<Contest> {
  const loop = (atOnce: number) => async () => {
    const { devices, ...taken } = await read<Read & { devices: number }>([
      join(repository, "bench/drift/loop.mjs"),
      installed(),
      JSON.stringify(account),
      String(atOnce),
    ]);
    if (devices !== size.devices) throw new Error(`The loop found ${devices} of ${size.devices} devices.`);
    return taken;
  };
  const [ours = [], best = [], single = []] = await inTurns<Read>(ROUNDS, [() => report(account, file, size), loop(8), loop(1)]);
  return { ours, best, single };
}

/** The limit holds beside the best loop. */
function besideLoops(name: string, runs: Contest, value: keyof Read, unit: Row["unit"], limit?: Row["limit"]): Row[] {
  const sample = (reads: Read[]) => sampleOf(reads.map((one) => one[value]));
  const row = { name, ours: sample(runs.ours), unit };
  return [
    { ...row, than: "eight pages at once", other: sample(runs.best), ...(limit && { limit }) },
    { ...row, than: "one page at a time", other: sample(runs.single) },
  ];
}

/** Ours. @throws Error where the report is not right. */
async function report(account: Account, file: string, { devices, managed }: Size): Promise<Read> {
  const { summary, ...taken } = await read<Read & { summary: Summary }>([
    join(repository, "bench/drift/reader.mjs"),
    installed(),
    JSON.stringify(account),
    file,
  ]);
  const wanted = { inSync: managed * (1 + SERVICES), unmanaged: (devices - managed) * (1 + SERVICES) };
  if (summary.inSync !== wanted.inSync || summary.unmanaged !== wanted.unmanaged)
    throw new Error(`The report says ${JSON.stringify(summary)}, and it should be ${JSON.stringify(wanted)}.`);
  return taken;
}

async function small(account: Account, control: Control, file: string): Promise<Row[]> {
  await control.reset({ devices: SMALL, services: SERVICES });
  const stack = await adopting(account, await seeded(control, SMALL));
  await makeAll(stack);
  const ours = async () => {
    writeFileSync(file, (await stack.run("stack", "export")).stdout);
    await report(account, file, { devices: SMALL, managed: SMALL });
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

const installed = (): string => join(consumer(), "node_modules/pulumi-remoteit");

async function read<T>(args: string[]): Promise<T> {
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout) as T;
}

const megabytes = (value: number): string => `${count(value / 1e6)} MB`;
