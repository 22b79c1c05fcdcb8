import type { Asking } from "./asking";
import type { Trial } from "./trial";

/** A trial that answers several questions: it is made once, and whoever asks later hears what it found, or why it failed. */
export function perTrial<T>(work: (asking: Asking, trial: Trial) => Promise<T>): (asking: Asking, trial: Trial) => Promise<T> {
  const made = new WeakMap<Trial, Promise<T>>();
  return (asking, trial) => {
    const known = made.get(trial) ?? work(asking, trial);
    made.set(trial, known);
    return known;
  };
}
