/** Runs work under one key one after the other, in the order in which it was asked for. */
export interface KeyedMutex {
  /** Runs the work once all that came before under the same key has ended, whatever came of it. */
  run: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

export function createKeyedMutex(): KeyedMutex {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (key, work) => {
      const mine = (last.get(key) ?? Promise.resolve()).then(work);
      const ended = mine.then(
        () => undefined,
        () => undefined,
      );
      last.set(key, ended);
      void ended.then(() => {
        if (last.get(key) === ended) last.delete(key);
      });
      return mine;
    },
  };
}
