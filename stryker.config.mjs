/**
 * Mistakes made on purpose, one at a time, in what `npm run mutate` (scripts/mutate.mjs) names: a test has to notice each.
 * docs/testing.md tells the scores, and which mistakes make no difference.
 */
export default {
  testRunner: "jest",
  coverageAnalysis: "perTest",
  // Mistakes in what is made once, when a module is loaded, would need every test anew.
  ignoreStatic: true,
  jest: {
    configFile: "jest.config.ts",
    config: { testTimeout: 10_000, reporters: [] },
    enableFindRelatedTests: false,
  },
  // A mistake that makes a test hang ends with that test; one that never lets go of the processor ends with these.
  timeoutMS: 10_000,
  timeoutFactor: 1.5,
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 1,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, skipFull: true },
  ignorePatterns: ["dist", ".work", ".ci", "bench", "docs", "examples"],
  tempDirName: ".work/stryker",
  allowEmpty: false,
  disableTypeChecks: false,
  allowConsoleColors: false,
};
