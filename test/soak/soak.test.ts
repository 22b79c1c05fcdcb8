import { soakFor } from "./runner";

/** Half a minute each; a failure names its seed, for `npm run soak -- --seed`. */
const minutes = 0.5;

test.each([
  ["that is always the same", 1],
  ["of today", Math.floor(Math.random() * 100_000)],
])(
  "edits, faults and changes by hand come right, by a seed %s (%i)",
  async (_which, seed) => {
    const log: string[] = [];
    const tell = (line: string) => void log.push(line);
    const soaking = soakFor({ seed, minutes, tell });
    const summary = await soaking.catch((error: unknown) => {
      throw new Error(`${String(error)}\n\nWhat was done:\n${log.join("\n")}`, { cause: error });
    });
    expect(summary.rounds).toBeGreaterThan(0);
  },
  300_000,
);
