import { parseArgs } from "node:util";
import { soakFor, summaryText } from "./runner";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string", default: String(Date.now() % 100_000) } },
});
const plan = { minutes: Number(values.minutes), seed: Number(values.seed) };
if (!(plan.minutes > 0) || !Number.isSafeInteger(plan.seed)) {
  throw new Error("Usage: npm run soak -- --minutes 10 --seed 1; the seed is a whole number, a random one when left out.");
}

const again = `npm run soak -- --minutes ${plan.minutes} --seed ${plan.seed}`;
console.log(`${again}\n`);
soakFor({ ...plan, tell: (line) => console.log(line) }).then(
  (summary) => console.log(`\nEverything came right:\n${summaryText(summary)}`),
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}\n\nTo see it again: ${again}`);
    process.exitCode = 1;
  },
);
