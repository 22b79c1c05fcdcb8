import { readdirSync, readFileSync } from "node:fs";

/** Peaks in bytes, of the largest process of each kind. */
export interface Memory {
  /** `pulumi`. */
  engine: number;
  /** The Node process that runs the program. */
  program: number;
  /** The Node process that all dynamic resources of a stack share. */
  provider: number;
}

/** The kernel keeps the peak of a process that lives: one that ends is seen so long before its end at most. */
const INTERVAL = 50;

/** Runs the work, and tells how much memory the processes have taken that it started. Linux only. */
export async function withMemory<T>(work: () => Promise<T>): Promise<[result: T, memory: Memory]> {
  const memory: Memory = { engine: 0, program: 0, provider: 0 };
  const look = () => {
    for (const [role, peak] of Object.entries(memoryNow()) as [keyof Memory, number][])
      memory[role] = Math.max(memory[role], peak);
  };
  const timer = setInterval(look, INTERVAL);
  try {
    return [await work(), memory];
  } finally {
    clearInterval(timer);
  }
}

/** The peaks so far of what this process has started and still runs. */
export function memoryNow(): Memory {
  const memory: Memory = { engine: 0, program: 0, provider: 0 };
  for (const pid of descendants(process.pid)) {
    const role = roleOf(read(pid, "cmdline").split("\0"));
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(read(pid, "status"))?.[1];
    if (role && peak !== undefined) memory[role] = Math.max(memory[role], Number(peak) * 1024);
  }
  return memory;
}

function roleOf([command = "", ...args]: string[]): keyof Memory | undefined {
  if (/(^|\/)pulumi$/.test(command)) return "engine";
  if (args.some((arg) => arg.includes("cmd/dynamic-provider"))) return "provider";
  return args.some((arg) => /cmd\/run(\/|$)/.test(arg)) ? "program" : undefined;
}

function descendants(root: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/^PPid:\s+(\d+)$/m.exec(read(Number(name), "status"))?.[1])] as const);
  const found = [root];
  for (const pid of found) found.push(...parents.flatMap(([child, parent]) => (parent === pid ? [child] : [])));
  return found.slice(1);
}

/** Empty where the process is gone by now. */
function read(pid: number, file: "cmdline" | "status"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
