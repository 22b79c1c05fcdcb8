/** Wakes whoever waits. A ring that nobody waits for is kept for the next one who does. */
export interface Bell {
  ring: () => void;
  /** Until it rings, so many milliseconds have passed, or the signal is aborted. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export function createBell(): Bell {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      hasRung = true;
      wake?.();
    },
    wait: async (milliseconds, signal) => {
      if (!hasRung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = Number.isFinite(milliseconds) ? setTimeout(resolve, milliseconds) : undefined;
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          signal.addEventListener("abort", wake, { once: true });
        });
        if (wake) signal.removeEventListener("abort", wake);
        wake = undefined;
      }
      hasRung = false;
    },
  };
}
