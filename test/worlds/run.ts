import { assumedWorld, type World } from "../../sandbox";
import { adapters, type AdapterName } from "../adapters";
import { impossible, inAssumedWords } from "./expected";
import { stories } from "./stories";
import { endingOf, openWorld } from "./story";

/** What was not as it should be in one story, as one line; undefined where all was well. */
type Verdict = string | undefined;

/** Every story in every adapter as it ends in the assumed world. */
export async function assumedEndings(): Promise<Map<string, string[]>> {
  const scene = await openWorld({});
  try {
    const endings = new Map<string, string[]>();
    for (const [name, story] of Object.entries(stories)) {
      endings.set(name, inAssumedWords((await endingOf(story, "dynamic", scene)).account));
    }
    return endings;
  } finally {
    await scene.stop();
  }
}

/** Runs every story through both adapters in one world. @returns a line for each that did not end as it should. */
export async function runWorld(given: Partial<World>, assumed: ReadonlyMap<string, string[]>): Promise<string[]> {
  const world = { ...assumedWorld, ...given };
  const scene = await openWorld(world);
  const verdicts: string[] = [];
  try {
    for (const [name, story] of Object.entries(stories)) {
      for (const adapter of Object.keys(adapters) as AdapterName[]) {
        const ending = await endingOf(story, adapter, scene);
        const verdict = verdictOf(
          ending,
          impossible.find((one) => one.story === name && one.in(world))?.error,
          assumed.get(name),
        );
        if (verdict !== undefined) verdicts.push(`${name} (${adapter}): ${verdict}`);
      }
    }
  } finally {
    await scene.stop();
  }
  return verdicts;
}

function verdictOf(
  { account, error, preview, drift }: Awaited<ReturnType<typeof endingOf>>,
  impossibleBecause: RegExp | undefined,
  assumed: readonly string[] = [],
): Verdict {
  if (impossibleBecause) {
    return error !== undefined && impossibleBecause.test(error)
      ? undefined
      : `it should have said ${String(impossibleBecause)}, and said ${error ?? "nothing"}`;
  }
  if (error !== undefined) return `it failed: ${error}`;
  const ended = inAssumedWords(account);
  if (JSON.stringify(ended) !== JSON.stringify(assumed))
    return `the account holds ${JSON.stringify(ended)}, not ${JSON.stringify(assumed)}`;
  const isFailing = preview.some((line) => line.includes("claim code"));
  if (!isFailing && preview.length > 0 && !preview.every((line) => line.startsWith("created")))
    return `the next preview is not clean: ${preview.join(", ")}`;
  return drift.length > 0 ? `drift: ${drift.join("; ")}` : undefined;
}
