import { setFlagsFromString } from "node:v8";

/** Set for the whole process. */
let isAllOurs = false;

/** Works under way that are bounded. */
let bounded = 0;

/**
 * Keeps this process's heap near what is alive in it, for a process that reads whole accounts and is all ours. By itself V8 lets the
 * young generation grow to 128 MB and the old one to several times what is alive before it looks for garbage: drift of 100,000
 * devices then takes half as much memory again, and no less time. See docs/decisions/0046-memory-of-long-scans.md.
 */
export function keepHeapSmall(): void {
  isAllOurs = true;
  bound();
}

/**
 * The same for as long as one reading of a whole account takes, in a process that others share, as dynamic resources do: what is
 * theirs grows as ever before and after.
 *
 * @returns what ends it, once, however often it is called.
 */
export function boundHeap(): () => void {
  bounded += 1;
  bound();
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    bounded -= 1;
    if (bounded === 0 && !isAllOurs) unbound();
  };
}

function bound(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=30");
}

/** As V8 has them by itself. */
function unbound(): void {
  setFlagsFromString("--semi-space-growth-factor=2");
  setFlagsFromString("--heap-growing-percent=0");
}
