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
    const runs = linesOf(this.runs);
    this.error = runs.length > BUDGET ? new Error(tooMany(runs)) : undefined;
    if (runs.length > 0) process.stderr.write(`\n${runs.length} runs of the engine (at most ${BUDGET})\n`);
    process.once("exit", () =>
      process.stderr.write(`\n${results.numPassedTests} passed, ${failed + (this.error ? 1 : 0)} failed\n`),
    );
  }

  /** Jest fails the run where a reporter has an error. */
  getLastError() {
    return this.error;
  }
};

/** Each run of the engine has left the name of the test file that made it. @param {string} file */
function linesOf(file) {
  try {
    return readFileSync(file, "utf8").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}

/** @param {string[]} runs */
function tooMany(runs) {
  /** @type {Record<string, number>} */
  const byFile = {};
  for (const file of runs) byFile[file] = (byFile[file] ?? 0) + 1;
  const dearest = Object.entries(byFile).sort(([, a], [, b]) => b - a);
  const lines = dearest.slice(0, 20).map(([file, count]) => `${count}  ${file}`);
  return [`The engine ran ${runs.length} times, and ${BUDGET} are allowed. Most of all in:`, ...lines].join("\n");
}
