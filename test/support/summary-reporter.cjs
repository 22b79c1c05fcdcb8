const { readFileSync, rmSync } = require("node:fs");
const { join } = require("node:path");

/** Runs of the engine in one `npm test`: each takes seconds. What needs no engine calls the adapters instead (test/adapters). */
const BUDGET = 500;

/**
 * One plain line, alone and last, for people and programs that read only the end. Jest puts its own summary after every
 * custom reporter, so the line waits for the process to end.
 */
module.exports = class SummaryReporter {
  /** @param {{ rootDir: string }} config */
  constructor({ rootDir }) {
    this.runs = join(rootDir, ".work/engine-runs");
  }

  onRunStart() {
    rmSync(this.runs, { force: true });
  }

  /** @param {unknown} _contexts @param {import("@jest/reporters").AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites; // a file that does not even load is a failure
    const engine = linesIn(this.runs);
    this.error = engine > BUDGET ? new Error(`The engine ran ${engine} times, and ${BUDGET} are allowed.`) : undefined;
    if (engine > 0) process.stderr.write(`\n${engine} runs of the engine (at most ${BUDGET})\n`);
    process.once("exit", () =>
      process.stderr.write(`\n${results.numPassedTests} passed, ${failed + (this.error ? 1 : 0)} failed\n`),
    );
  }

  /** Jest fails the run where a reporter has an error. */
  getLastError() {
    return this.error;
  }
};

/** Each run of the engine has left an empty one. */
function linesIn(file) {
  try {
    return readFileSync(file, "utf8").length;
  } catch {
    return 0;
  }
}
