import { parseArgs } from "node:util";
import { soakFor, summaryText } from "./runner";
import { namedWorld, randomWorlds, soakWorlds } from "./worlds";

const USAGE = `Usage: npm run soak -- --minutes 10 --seed 1       a stack that lives through random trouble
       npm run soak -- --worlds --seed 1           every story in 500 random worlds
       npm run soak -- --world tags=case-sensitive every story in one world
The seed is a whole number, a random one when left out. With --rounds 2 the stack lives through two rounds at most.`;

const RANDOM_WORLDS = 500;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    rounds: { type: "string", default: "Infinity" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
    worlds: { type: "boolean", default: false },
    world: { type: "string" },
  },
});
const plan = { minutes: Number(values.minutes), rounds: Number(values.rounds), seed: Number(values.seed) };
if (!(plan.minutes > 0) || !(plan.rounds > 0) || !Number.isSafeInteger(plan.seed)) throw new Error(USAGE);

const tell = (line: string) => console.log(line);

async function soakStack(): Promise<void> {
  tell(`Everything came right:\n${summaryText(await soakFor({ ...plan, tell }))}`);
}

async function soakStories(): Promise<void> {
  const worlds = values.world === undefined ? randomWorlds(RANDOM_WORLDS, plan.seed) : [namedWorld(values.world)];
  await soakWorlds(worlds, tell);
  tell(`Every story ended as it should, through both adapters, in ${worlds.length} ${worlds.length === 1 ? "world" : "worlds"}.`);
}

const isOfStories = values.worlds || values.world !== undefined;
const extent = [`--minutes ${plan.minutes}`, ...(plan.rounds < Infinity ? [`--rounds ${plan.rounds}`] : [])].join(" ");
const options =
  values.world !== undefined ? `--world ${values.world}` : `${values.worlds ? "--worlds" : extent} --seed ${plan.seed}`;
const again = `npm run soak -- ${options}`;
tell(`${again}\n`);
(isOfStories ? soakStories() : soakStack()).catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n\nTo see it again: ${again}`);
  process.exitCode = 1;
});
