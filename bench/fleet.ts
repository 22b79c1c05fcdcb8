import { rmSync } from "node:fs";
import type { Control } from "../sandbox";
import { inlineStack } from "../test/engine/support";
import type { Kept } from "../test/adapters/provider";
import { run } from "./fleets/run";
import { serviceStack, succeeds } from "./services";
import type { Measure, Row } from "./support/measure";
import { isWrite, recorded } from "./support/recorded";
import { exactly, inTurns, sampleOf } from "./support/sample";
import { type Account, configOf, registerDevices, withSandbox } from "./support/sandbox-process";
import { bytes, count, seconds } from "./support/units";

const ROUNDS = 3;
const DEVICES = 10_000;
const MOST = 100_000;
const SERVICES = 1000;
const PAGE = 1000;
const TAGGED_AT_ONCE = 500;
/** Requests a second, by default. */
const PACE = 100;

const selector = { allDevices: true };
const declared = { tags: ["managed"], services: [{ name: "ssh", application: "SSH" }] };
const panel = { name: "panel", application: "HTTP", port: 8080 };

export const fleet: Measure = {
  title: "An `up` of a fleet",
  about:
    `A fleet of all devices of the sandbox, each with one service; a tenth of them takes no changes of services. What the engine asks of the provider for an \`up\` is ` +
    "asked in a process of its own, beside a bare loop that asks for the very same pages, parses them and throws them away. " +
    `Times and memory where nothing is to be changed are medians of ${ROUNDS} runs in turns, least and most in brackets; the others are one run.`,
  run: () =>
    withSandbox(async (account, control) => {
      const states = await stateSizes(account, control);
      const small = await measured(account, control, DEVICES);
      const service = await added(control, () =>
        run({
          account,
          fleet: { selector, template: { ...declared, services: [...declared.services, panel] } },
          kept: small.kept,
        }),
      );
      const large = await measured(account, control, MOST);
      const single = await servicesOneByOne(account, control);
      const { changed } = service.kept?.outputs as { changed: number };
      return {
        rows: [
          ...unchanged(small, DEVICES, 1.3),
          ...tagged(small, DEVICES),
          requestsRow(`adds a service to ${count(changed)} devices`, service.requests, changed + DEVICES / PAGE, 2),
          time("adds a service, time", service.milliseconds, `the pace, ${PACE} a second`, (changed / PACE) * 1000),
          time(
            "adds a service, time",
            service.milliseconds,
            `as many \`Service\`, by ${count(SERVICES)} of them`,
            (single / SERVICES) * changed,
          ),
          ...unchanged(large, MOST),
          ...tagged(large, MOST),
          ...states,
        ],
        notes: [
          "Where it makes 1,000 `Service`, the engine runs, with a state file that it writes at every step: each costs more the more there are, so that the extrapolation is too kind to them.",
        ],
      };
    }),
};

type Measured = Awaited<ReturnType<typeof measured>>;

/** An `up` that changes nothing, one that adds a tag, and the bare loop. */
async function measured(account: Account, control: Control, devices: number) {
  await control.reset({ devices, services: 1 });
  const template = { services: declared.services };
  const { kept: first } = await run({ account, fleet: { selector, template } });
  const before = keptOf(first);
  const nothing = (at: Account = account) => run({ account: at, fleet: { selector, template }, kept: before });
  const sent = await recorded(account.endpoint, (endpoint) => nothing({ ...account, endpoint }));
  const page = sent.find((request) => !isWrite(request) && request.body.includes("listDevices"))?.body;
  if (page === undefined) throw new Error("The fleet asked for no page.");
  const [ours = [], bare = []] = await inTurns(ROUNDS, [() => nothing(), () => run({ account, page })]);
  const tag = await added(control, () => run({ account, fleet: { selector, template: declared }, kept: before }));
  return { requests: sent.length, ours, bare, tag, kept: keptOf(tag.kept) };
}

function keptOf(kept: Kept | undefined): Kept {
  if (!kept) throw new Error("The process printed no state.");
  return kept;
}

/** What an update took, with its requests. */
async function added(control: Control, update: () => ReturnType<typeof run>) {
  const before = (await control.requests()).total;
  const done = await update();
  return { ...done, requests: (await control.requests()).total - before };
}

function unchanged({ requests, ours, bare }: Measured, devices: number, limit?: number): Row[] {
  const name = `changes nothing of ${count(devices)}`;
  const than = "bare loop";
  return [
    requestsRow(name, requests, devices / PAGE, 2),
    {
      name: `${name}, time`,
      ours: sampleOf(ours.map((one) => one.milliseconds)),
      than,
      other: sampleOf(bare.map((one) => one.milliseconds)),
      unit: seconds,
      ...(limit !== undefined && { limit: { ratio: limit } }),
    },
    memoryRow(
      `${name}, peak memory`,
      ours.map((one) => one.memory),
      bare,
      devices,
    ),
  ];
}

function tagged({ tag, bare }: Measured, devices: number): Row[] {
  const name = `adds a tag to ${count(devices)}`;
  return [
    requestsRow(name, tag.requests, devices / PAGE + Math.ceil(devices / TAGGED_AT_ONCE), 2),
    memoryRow(`${name}, peak memory`, [tag.memory], bare, devices),
  ];
}

const requestsRow = (name: string, requests: number, least: number, more: number): Row => ({
  name: `${name}, requests`,
  ours: exactly(requests),
  than: "lower bound",
  other: exactly(least),
  unit: count,
  limit: { value: least + more },
});

const memoryRow = (name: string, ours: number[], bare: Measured["bare"], devices: number): Row => ({
  name,
  ours: sampleOf(ours),
  than: "bare loop",
  other: sampleOf(bare.map(({ memory }) => memory)),
  unit: (value) => `${count(value / 1e6)} MB`,
  ...(devices === MOST && { limit: { ratio: 1.5 } }),
});

const time = (name: string, ours: number, than: string, other: number): Row => ({
  name,
  ours: exactly(ours),
  than,
  other: exactly(other),
  unit: seconds,
});

/** What a fleet takes in the engine's state, whatever the number of its devices. */
async function stateSizes(account: Account, control: Control): Promise<Row[]> {
  const sizes: number[] = [];
  for (const devices of [100, DEVICES, MOST]) {
    await control.reset({ devices, services: 1 });
    const stack = await inlineStack({
      program: ({ remoteit }) => void new remoteit.Fleet("all", { selector, template: declared }),
      config: configOf(account),
    });
    await succeeds("up", stack.up());
    sizes.push(Buffer.byteLength(JSON.stringify((await stack.state()).resources["all"])));
    rmSync(stack.folder, { recursive: true });
  }
  return [100, DEVICES, MOST].map((devices, index) => ({
    name: `state, ${count(devices)} devices`,
    ours: exactly(sizes[index] ?? Number.NaN),
    than: "100 devices",
    other: exactly(sizes[0] ?? Number.NaN),
    unit: bytes,
    limit: { value: 3000 },
  }));
}

/** Milliseconds of an `up` that makes the services with a resource for each. */
async function servicesOneByOne(account: Account, control: Control): Promise<number> {
  const stack = await serviceStack("ours", account, await registerDevices(control, SERVICES), SERVICES);
  const from = performance.now();
  await succeeds("up", stack.up());
  rmSync(stack.folder, { recursive: true });
  return performance.now() - from;
}
