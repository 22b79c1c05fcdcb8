import { setFlagsFromString } from "node:v8";

/**
 * Keeps this process's heap near what is alive in it, for a process that reads whole accounts and is all ours. By itself V8 lets the
 * young generation grow to 128 MB and the old one to several times what is alive before it looks for garbage: drift of 100,000
 * devices then takes half as much memory again, and no less time. See docs/decisions/0046-memory-of-long-scans.md.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=30");
}
