import { soakFor } from "./runner";

/** One minute of a fixed seed, so that a pipeline fails for a change and not by chance; `npm run soak` takes longer and others. */
test("edits, faults and changes by hand come right", async () => {
  const log: string[] = [];
  const tell = (line: string) => void log.push(line);
  const summary = await soakFor({ seed: 1, minutes: 1, tell }).catch((error: unknown) => {
    throw new Error(`${String(error)}\n\nWhat was done:\n${log.join("\n")}`, { cause: error });
  });
  expect(summary.rounds).toBeGreaterThan(0);
}, 300_000);
