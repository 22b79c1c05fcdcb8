import { distance } from "fastest-levenshtein";

/** A slip is one wrong letter in so many. */
const SLIP = 4;

/**
 * What a word was meant to be, as a phrase: the candidate that is a slip away from it, else the up to three that look most like it,
 * `"SSH", "SMB", or "HTTP"`. Case does not count.
 */
export function nearest(word: string, candidates: readonly string[]): string {
  const all = ranked(word, candidates);
  const least = all[0]?.far ?? 0;
  const meant = least <= Math.floor(word.length / SLIP) ? all.filter(({ far }) => far === least) : all;
  const names = meant.slice(0, 3).map(({ candidate }) => `"${candidate}"`);
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

/** The candidate that looks most like the word; undefined where there is none. */
export const closest = (word: string, candidates: readonly string[]): string | undefined =>
  ranked(word, candidates)[0]?.candidate;

function ranked(word: string, candidates: readonly string[]): { candidate: string; far: number }[] {
  return candidates
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.far - other.far);
}
