/** Work that must not overlap, by what it is about. */
export type Turns = Map<string, Promise<unknown>>;

/** Runs the work when all that came before under the same key has ended, whatever came of it. */
export function inTurn<T>(turns: Turns, key: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(work);
  const ended = mine.then(
    () => undefined,
    () => undefined,
  );
  turns.set(key, ended);
  void ended.then(() => {
    if (turns.get(key) === ended) turns.delete(key);
  });
  return mine;
}
