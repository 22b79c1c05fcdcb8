import { setTimeout } from "node:timers/promises";
import { type Outcome, ProgramNotRun } from "../engine/support";
import type { Soak } from "./soak";

type Command = "up" | "preview" | "refresh" | "destroy";
type Ending = "interrupt" | "kill";

/** What the SDK says when its program cannot reach the engine, before anything else happens: on a very busy machine. */
const UNREACHED = "14 UNAVAILABLE: No connection established";

/** A run that is killed while it takes its lock leaves it after the user has looked for one. */
const LOCKED = "the stack is currently locked";

/** When a run is ended before its time: after so many requests. */
export interface Cut {
  how: Ending;
  after: number;
}

/** Runs the engine, looks through what it prints, and tells in one line what came of it. */
export async function run(soak: Soak, command: Command, flags: readonly string[] = [], cut?: Cut): Promise<Outcome> {
  const { stack, counts } = soak;
  const running = stack[command](...flags);
  const isEnded = cut ? await end(soak, running, cut) : false;
  const outcome = await running.catch((error: unknown) => {
    // What an up has deleted without its program is gone.
    if (error instanceof ProgramNotRun && command === "preview") return undefined;
    throw error;
  });
  if (!outcome || outcome.output.includes(UNREACHED)) {
    soak.tell(`  ${command}: the program could not reach the engine; again`);
    return run(soak, command, flags, cut);
  }
  if (outcome.output.includes(LOCKED)) {
    soak.tell(`  ${command}: a killed run had left its lock; again`);
    await stack.run("cancel", "--yes");
    return run(soak, command, flags, cut);
  }
  soak.printed.push(`pulumi ${[command, ...flags].join(" ")}\n${outcome.output}`);
  counts.engineRuns += 1;
  counts.adopted += occurrences(outcome, "is adopted");
  counts.answersLost += occurrences(outcome, "its answer was lost, but it was carried out");
  if (isEnded && cut) counts[cut.how === "kill" ? "killed" : "interrupted"] += 1;
  const how = isEnded && cut ? ` (${cut.how} after ${cut.after} requests)` : "";
  soak.tell(`  ${[command, ...flags].join(" ")}${how}: ${told(outcome)}`);
  if (!(isEnded && cut?.how === "kill")) refuseNoise(outcome);
  refuseSecrets(soak, outcome.output, "what it printed");
  return outcome;
}

async function end({ stack, account }: Soak, running: Promise<Outcome>, { how, after }: Cut): Promise<boolean> {
  const start = (await account.control.requests()).total;
  const over = running.then(
    () => true,
    () => true,
  );
  while ((await account.control.requests()).total < start + after) {
    if (await Promise.race([over, setTimeout(50, false)])) return false;
  }
  stack[how]();
  return true;
}

function told({ code, changes, errors }: Outcome): string {
  const counted = Object.entries(changes).map(([op, count]) => `${count} ${op}`);
  const done = counted.join(", ") || "nothing";
  if (code === 0) return done;
  const reasons = new Set(errors.filter((error) => error !== "update failed").map((error) => error.split("\n")[0]));
  return `${done}; code ${code}: ${[...reasons].join(" | ").slice(0, 400)}`;
}

const occurrences = ({ output }: Outcome, words: string) => output.split(words).length - 1;

/** An error of ours is told in sentences: no error of JavaScript, no stack, nothing of the engine's own trouble with us. */
function refuseNoise({ output }: Outcome): void {
  const noise =
    /.*(\b(TypeError|ReferenceError|RangeError|SyntaxError|Unexpected struct type|panic:|unhandled)\b|^\s+at .*:\d+:\d+).*/im;
  const found = noise.exec(output)?.[0];
  if (found !== undefined) throw new Error(`The engine printed what tells a user nothing: ${found}`);
}

export function refuseSecrets({ secrets }: Soak, text: string, where: string): void {
  if (secrets.some((secret) => text.includes(secret))) throw new Error(`A secret stands in ${where}.`);
}
