import { createRandom } from "../../sandbox/random";

/** Decisions that depend on the seed alone. */
export interface Random {
  chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  whole: (from: number, to: number) => number;
  /** Undefined where there is nothing to pick from. */
  pick: <T>(from: readonly T[]) => T | undefined;
  /** One of a list that is not empty. */
  one: <const T>(from: readonly [T, ...T[]]) => T;
}

export function seeded(seed: number): Random {
  const next = createRandom(seed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]) => from[whole(0, from.length - 1)];
  return { chance: (probability) => next() < probability, whole, pick, one: (from) => pick(from) ?? from[0] };
}
