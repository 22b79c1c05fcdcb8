import { distance } from "fastest-levenshtein";

/** The up to three candidates that look most like the word, as a phrase: `"SSH", "SMB", or "HTTP"`. Case does not count. */
export function nearest(word: string, candidates: readonly string[]): string {
  const names = ranked(word, candidates)
    .slice(0, 3)
    .map((candidate) => `"${candidate}"`);
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}

/** The candidate that looks most like the word; undefined where there is none. */
export const closest = (word: string, candidates: readonly string[]): string | undefined => ranked(word, candidates)[0];

function ranked(word: string, candidates: readonly string[]): string[] {
  return candidates
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.far - other.far)
    .map(({ candidate }) => candidate);
}
