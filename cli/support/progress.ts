import type { Log } from "../../provider/client";
import { visible } from "./terminal";

/** One line at the foot of a terminal that says how far a long read has come. Elsewhere it is never shown. */
export interface Progress {
  show: (text: string) => void;
  clear: () => void;
  /** What the client tells meanwhile, above that line. */
  log: Log;
}

/** A line is renewed once in so many milliseconds. */
const INTERVAL = 100;

/** @param isWanted - False where what is shown grows on the terminal by itself. */
export function progressOn(stream: NodeJS.WriteStream = process.stderr, isWanted = true): Progress {
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  const isActive = isWanted && stream.isTTY;
  const clear = () => {
    if (isShown) stream.write("\r\u001b[K");
    isShown = false;
  };
  return {
    show: (text) => {
      const now = performance.now();
      if (!isActive || now - shownAt < INTERVAL) return;
      shownAt = now;
      isShown = true;
      stream.write(`\r\u001b[K${visible(text).slice(0, (stream.columns || 80) - 1)}`);
    },
    clear,
    log: (level, message) => {
      clear();
      stream.write(`${level}: ${visible(message)}\n`);
    },
  };
}
