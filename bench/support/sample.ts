/** What repeated runs gave. */
export interface Sample {
  median: number;
  min: number;
  max: number;
}

export function sampleOf(values: readonly number[]): Sample {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, min: at(0), max: at(sorted.length - 1) };
}

/** A value that every run gives alike. */
export const exactly = (value: number): Sample => sampleOf([value]);

/**
 * Runs each contender so many times. They take turns, so that whatever else keeps the machine busy meets all alike; the
 * first round warms the caches and does not count.
 */
export async function inTurns<T>(rounds: number, contenders: readonly (() => T | Promise<T>)[]): Promise<T[][]> {
  const results: T[][] = contenders.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    process.stderr.write(round === 0 ? "bench: warming up\n" : `bench: round ${round} of ${rounds}\n`);
    for (const [index, contender] of contenders.entries()) {
      const result = await contender();
      if (round > 0) results[index]?.push(result);
    }
  }
  return results;
}
