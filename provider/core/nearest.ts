import { distance } from "fastest-levenshtein";

/** The up to three candidates that look most like the word, as a phrase: `"SSH", "SMB", or "HTTP"`. Case does not count. */
export function nearest(word: string, candidates: readonly string[]): string {
  const ranked = candidates
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ candidate }) => `"${candidate}"`);
  return new Intl.ListFormat("en", { type: "disjunction" }).format(ranked);
}
