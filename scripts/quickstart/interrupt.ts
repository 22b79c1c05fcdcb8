/**
 * Aborts at Ctrl-C, so that the story ends at the next chapter and clears up. The engine is in the terminal's foreground
 * with us and gets the same Ctrl-C: it ends its operation by itself. A second one ends everything at once.
 */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Not `once`: a library of the Automation API ends the process where nobody else listens any more.
    process.on(signal, () => {
      if (interrupted.signal.aborted) process.exit(130);
      interrupted.abort(new Error("Stopped. The sandbox and all that it held are gone."));
    });
  }
  return interrupted.signal;
}
