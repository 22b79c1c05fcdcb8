import type { World } from "../../sandbox";
import { createRandom } from "../../sandbox/random";
import { worldWith } from "../../sandbox/worlds";
import { assumedEndings, runWorld } from "../worlds/run";
import { differences, randomWorld } from "../worlds/worlds";

/** As many worlds in which chance answers every switch; the same seed gives the same ones. */
export function randomWorlds(count: number, seed: number): World[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => randomWorld(random));
}

/** A world as `differences` writes it: `tags=case-insensitive,nested=replace`. */
export function namedWorld(text: string): World {
  const answers = text.split(",").map((answer) => answer.split("=", 2) as [string, string]);
  return worldWith(Object.fromEntries(answers));
}

/**
 * Runs the stories of test/worlds through both adapters, in one world after the other.
 *
 * @throws Error at the end, if a story of any world did not end as it does in the assumed one: each of them by its world.
 */
export async function soakWorlds(worlds: readonly World[], tell: (line: string) => void): Promise<void> {
  const assumed = await assumedEndings();
  let failed = 0;
  for (const [index, world] of worlds.entries()) {
    const verdicts = await runWorld(world, assumed);
    if (verdicts.length > 0) {
      failed += 1;
      tell(`npm run soak -- --world ${differences(world)}\n${verdicts.map((verdict) => `  ${verdict}`).join("\n")}`);
    }
    if ((index + 1) % 50 === 0) tell(`${index + 1} of ${worlds.length} worlds`);
  }
  if (failed > 0) throw new Error(`In ${failed} of ${worlds.length} worlds a story did not end as it should.`);
}
