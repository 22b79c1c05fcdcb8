/** Runs the work when it is first wanted and shares the outcome; whoever comes meanwhile waits for the same run. A failure is not kept. */
export function memoize<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () =>
    (running ??= work().catch((error: unknown) => {
      running = undefined;
      throw error;
    }));
}
