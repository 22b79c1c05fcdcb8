/** What stands against something that a program declares, and what to do about it. */
export interface Obstacle {
  /** The property that it is about, where there is one. */
  property?: string;
  /** A sentence, or several. */
  why: string;
  remedy: string;
}

/** Several as one error says them: all that stands against it, so that no second run finds the next. */
export function together(obstacles: readonly Obstacle[]): Pick<Obstacle, "why" | "remedy"> {
  const all = (part: "why" | "remedy") => [...new Set(obstacles.map((obstacle) => obstacle[part]))].filter(Boolean).join(" ");
  return { why: all("why"), remedy: all("remedy") };
}
