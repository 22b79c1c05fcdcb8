import type { Account, SandboxProcess } from "../support/sandbox-process";
import { markdown } from "../support/table";
import { count, duration, megabytes } from "../support/units";
import { type Ran, type Sized, withResources } from "./stack";

/** Above, an `up` that writes its state at each step takes hours: it is told from a part of it. */
const WHOLE = 1000;
/** The part: so many updates at most. */
const MOST_OF_PART = 40;

interface Size {
  resources: number;
  preview: Ran;
  /** Checkpoints skipped. */
  up: Ran;
  unchanged: Ran;
  refresh: Ran;
  state: number;
  /** What a step takes longer that writes the state of the whole stack, in milliseconds. */
  step: number;
  /** Checkpoints written. */
  checkpointed: Ran | undefined;
}

/** What a stack takes, by its number of resources. */
export async function sizes(account: Account, sandbox: SandboxProcess, numbers: readonly number[]): Promise<string[]> {
  const all: Size[] = [];
  for (const resources of numbers) all.push(await measured(account, sandbox, resources));
  const table = (head: string[], line: (size: Size) => string[]) =>
    markdown(
      ["resources", ...head],
      all.map((size) => [count(size.resources), ...line(size)]),
    );
  return [
    "Time, and requests of it in brackets. State is written once, at the end, where checkpoints are skipped:",
    table(["preview", "up, checkpoints skipped", "up, checkpoints written", "up, no change", "refresh"], (size) => [
      timed(size.preview),
      timed(size.up),
      size.checkpointed ? timed(size.checkpointed) : `about ${duration(extrapolated(size))}`,
      timed(size.unchanged),
      timed(size.refresh),
    ]),
    "Peak memory of the `up` that makes all, and the size of the state file:",
    table(["engine", "program", "provider", "state file", "of it, a resource"], ({ up, state, resources }) => [
      megabytes(up.memory.engine),
      megabytes(up.memory.program),
      megabytes(up.memory.provider),
      megabytes(state),
      `${count(state / resources)} bytes`,
    ]),
    `What writing the state adds to one step, measured on updates in the finished stack (at most ${MOST_OF_PART}), and what follows from it for an \`up\` that makes all (half of it for each step, since the state grows from nothing):`,
    table(["a step", "up, told from it", "up, measured"], (size) => [
      `${count(size.step)} ms`,
      duration(extrapolated(size)),
      size.checkpointed ? duration(size.checkpointed.wall) : "",
    ]),
  ];
}

const timed = ({ wall, requests }: Ran): string => `${duration(wall)} (${count(requests)})`;

const extrapolated = ({ resources, up, step }: Size): number => up.wall + (resources * step) / 2;

async function measured(account: Account, sandbox: SandboxProcess, resources: number): Promise<Size> {
  const skipped = await withResources(account, sandbox, resources, async (stack) => ({
    preview: await stack.run("preview"),
    up: await stack.run("up"),
    unchanged: await stack.run("up"),
    refresh: await stack.run("refresh"),
    state: stack.stateSize(),
    step: await stepOf(stack, Math.min(MOST_OF_PART, resources / 4)),
  }));
  if (resources > WHOLE) return { resources, ...skipped, checkpointed: undefined };
  const checkpointed = await withResources(account, sandbox, resources, (stack) => {
    stack.writeCheckpoints();
    return stack.run("up");
  });
  return { resources, ...skipped, checkpointed };
}

/** The same updates without and with checkpoints. */
async function stepOf(stack: Sized, updates: number): Promise<number> {
  stack.change(updates);
  const skipped = await stack.run("up");
  stack.change(0);
  stack.writeCheckpoints();
  return ((await stack.run("up")).wall - skipped.wall) / updates;
}
