/**
 * Mistakes made on purpose, one at a time, in what `npm run mutate` (scripts/mutate.mjs) names: a test has to notice each.
 * docs/testing.md tells the scores, and which mistakes make no difference.
 */
export default {
  testRunner: "jest",
  // In place of the runner of that name: it asks the nearest tests first, and bounds what hangs.
  plugins: ["./scripts/mutate/nearest.mjs"],
  coverageAnalysis: "perTest",
  // Mistakes in what is made once, when a module is loaded, would need every test anew.
  ignoreStatic: true,
  jest: {
    configFile: "jest.config.ts",
    // In place of the suite's environment: there are no workers of Jest to restart here, and Stryker resolves no `<rootDir>`.
    config: { testEnvironment: "node", reporters: [] },
    enableFindRelatedTests: false,
  },
  dryRunTimeoutMinutes: 15,
  // Workers of jest grow.
  maxTestRunnerReuse: 100,
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 1,
  reporters: ["bounds", "clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, skipFull: true },
  ignorePatterns: ["dist", ".work", ".ci", "bench", "examples"],
  tempDirName: ".work/stryker",
  allowEmpty: false,
  disableTypeChecks: false,
  allowConsoleColors: false,
};
