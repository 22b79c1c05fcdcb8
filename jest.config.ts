import type { Config } from "jest";

/** Sources go through swc (types are tsc's concern, checked in test/house); what is installed runs as it is. */
const config: Config = {
  testEnvironment: "<rootDir>/test/support/environment.cjs",
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/examples/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.work/"],
  watchPathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.work/"],
  cacheDirectory: "<rootDir>/.work/jest",
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "commonjs" }, sourceMaps: "inline" },
    ],
  },
  testTimeout: 60_000,
  maxWorkers: "100%",
  workerIdleMemoryLimit: "1500MB", // of the whole worker, see the environment
  maxConcurrency: 12, // of test.concurrent: those tests wait most of the time
  reporters: ["default", "<rootDir>/test/support/summary-reporter.cjs"],
};

module.exports = config;
