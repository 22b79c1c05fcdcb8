/** Wakes whoever waits. A signal that nobody waits for is kept for the next one who does. */
export interface Signal {
  send: () => void;
  /** Until it is sent, so many milliseconds have passed, or the watch ends. */
  wait: (milliseconds: number, ending: AbortSignal) => Promise<void>;
}

export function createSignal(): Signal {
  let isSent = false;
  let wake: (() => void) | undefined;
  return {
    send: () => {
      isSent = true;
      wake?.();
    },
    wait: async (milliseconds, ending) => {
      if (!isSent && !ending.aborted) {
        await new Promise<void>((resolve) => {
          const timer = Number.isFinite(milliseconds) ? setTimeout(resolve, milliseconds) : undefined;
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          ending.addEventListener("abort", wake, { once: true });
        });
        if (wake) ending.removeEventListener("abort", wake);
        wake = undefined;
      }
      isSent = false;
    },
  };
}
