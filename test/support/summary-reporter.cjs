/**
 * One plain line, alone and last, for people and programs that read only the end. Jest puts its own summary after every
 * custom reporter, so the line waits for the process to end.
 */
module.exports = class SummaryReporter {
  /** @param {unknown} _contexts @param {import("@jest/reporters").AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites; // a file that does not even load is a failure
    process.once("exit", () => process.stderr.write(`\n${results.numPassedTests} passed, ${failed} failed\n`));
  }
};
