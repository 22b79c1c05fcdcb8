/** A line of progress. Set-up speaks on standard error, so that what a script prints stays its own. */
export function say(text) {
  process.stderr.write(`set-up: ${text}\n`);
}

/** Ends the script with the reason alone: a stack would tell a newcomer nothing. */
export function fail(error) {
  say(`stopped. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
