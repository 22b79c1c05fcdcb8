import { strykerPlugins as jestPlugins, strykerValidationSchema } from "@stryker-mutator/jest-runner";
import { createHash } from "node:crypto";
import { basename, dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../lib/paths.mjs";

/**
 * Which tests have to notice a mistake, and how long they may take. Stryker's own runner loads every test file of the part for
 * each mistake, runs what is left of them after a test has failed, and gives a mistake that hangs as long as all of them take.
 */

/** A mistake has this long in all, in milliseconds, the start of a process included: what takes longer hangs. */
const limit = 15_000;
/** What its tests take without a mistake, the loading of their files included, stays far below that. */
const enough = 5_000;
const loading = 700;
/** A test that waits this long fails; one that takes half of it without a mistake is not asked. */
const testTimeout = 4_000;

const environment = fileURLToPath(new URL("./first-failure.cjs", import.meta.url));

/** Runs the files of a mistake one by one, the nearest first, until one of them notices. */
function nearestFirst(injector) {
  const jest = jestPlugins[0].factory(injector);
  const withConfig = async (config, run) => {
    const { jestConfig } = jest;
    jest.jestConfig = { ...jestConfig, ...config };
    try {
      return await run();
    } finally {
      jest.jestConfig = jestConfig;
    }
  };
  return {
    capabilities: () => jest.capabilities(),
    init: () => jest.init(),
    dryRun: (options) => jest.dryRun(options),
    async mutantRun(options) {
      let outcome = { status: "survived", nrOfTests: 0 };
      for (const file of options.files) {
        const config = { testMatch: [`<rootDir>/${file}`], testTimeout, testEnvironment: environment };
        const ask = (testFilter) => withConfig(config, () => jest.mutantRun({ ...options, testFilter }));
        outcome = await ask(options.testFilter);
        // On a busy machine a test may only have been slow: one that waits in vain does so again.
        if (outcome.failureMessage?.includes("Exceeded timeout")) outcome = await ask(outcome.killedBy);
        if (outcome.status !== "survived") break;
      }
      return outcome;
    },
  };
}
nearestFirst.inject = ["$injector"];

/** Adds to the plan of each mistake which files run, and until when. */
class Bounds {
  static inject = ["options"];
  #tests = new Map();
  #oneIn;

  constructor(options) {
    this.#oneIn = options.oneIn ?? 1;
  }

  onDryRunCompleted({ result }) {
    for (const test of result.tests) this.#tests.set(test.id, test);
  }

  onMutationTestingPlanReady({ mutantPlans }) {
    for (const plan of mutantPlans) {
      if (plan.plan !== "Run") continue;
      if (!isInSample(plan.mutant, this.#oneIn)) {
        const mutant = { ...plan.mutant, status: "Ignored", statusReason: "Not in the sample" };
        Object.assign(plan, { plan: "EarlyResult", mutant });
        continue;
      }
      const tests = this.#nearest(plan);
      plan.runOptions.testFilter = tests.map(({ id }) => id);
      plan.runOptions.files = [...new Set(tests.map(({ file }) => file))];
      plan.runOptions.timeout = limit;
    }
  }

  /** Of the tests that come past a mistake the nearest, and of those in one place the quickest, as many as there is time for. */
  #nearest({ mutant, runOptions }) {
    const code = relative(root, mutant.fileName);
    const files = new Set();
    let left = enough;
    return runOptions.testFilter
      .map((id) => ({ id, file: relative(root, this.#tests.get(id).fileName), ms: this.#tests.get(id).timeSpentMs }))
      .map((test) => ({ ...test, away: distance(code, test.file) }))
      .toSorted((a, b) => a.away - b.away || a.ms - b.ms)
      .filter(({ file, ms }) => {
        const takes = ms + (files.has(file) ? 0 : loading);
        if (ms > testTimeout / 2 || takes > left) return false;
        files.add(file);
        left -= takes;
        return true;
      });
  }
}

/** 0 for the test that mirrors the file, 1 for one that is called after its folder, then by how few folders they share. */
function distance(file, test) {
  const path = file.replace(/^provider\//, "").replace(/\.ts$/, "");
  const mirrored = test.replace(/^test\//, "").replace(/\.test\.ts$/, "");
  if (mirrored === path) return 0;
  if (basename(dirname(path)) === basename(mirrored)) return 1;
  const folders = dirname(path).split("/");
  const tested = dirname(mirrored).split("/");
  const shared = folders.findIndex((folder, at) => folder !== tested[at]);
  return 2 + folders.length - (shared < 0 ? folders.length : shared);
}

/** The same mistakes each time, however many there are around them. */
function isInSample({ fileName, location, mutatorName, replacement }, oneIn) {
  if (oneIn === 1) return true;
  const { line, column } = location.start;
  const name = [relative(root, fileName), line, column, mutatorName, replacement].join(" ");
  const hash = createHash("sha256").update(name).digest().readUInt32BE();
  return hash % oneIn === 0;
}

export { strykerValidationSchema };
export const strykerPlugins = [
  { kind: "TestRunner", name: "jest", factory: nearestFirst },
  { kind: "Reporter", name: "bounds", injectableClass: Bounds },
];
