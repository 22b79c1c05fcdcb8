import { Stryker } from "@stryker-mutator/core";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";
import { fail, say } from "./lib/report.mjs";

// `npm run mutate` makes mistakes in these parts, one at a time; `-- core client` in some of them, `-- core plan.ts` in some files;
// with `--sample` one mistake in five, always the same ones.
// Only tests that stand beside a part and run in this process have to notice, the quick ones: one that fails far away tells nobody
// where to look.

/** @type {Record<string, { mistakes: string[], tests: string[] }>} */
const parts = {
  core: { mistakes: ["provider/core/**/*.ts"], tests: ["core/**/*"] },
  lifecycle: { mistakes: ["provider/lifecycle/**/*.ts"], tests: ["lifecycle/!(another-hand)"] },
  client: { mistakes: ["provider/client/**/*.ts"], tests: ["client/**/*"] },
  inventory: { mistakes: ["provider/inventory/**/*.ts"], tests: ["inventory/**/*"] },
  drift: { mistakes: ["drift/**/*.ts", "!drift/watch/**"], tests: ["drift/!(watch)", "drift/!(watch)/**/!(html-in-browser)"] },
  watch: {
    mistakes: ["drift/watch/**/*.ts", "cli/watch/**/*.ts"],
    tests: [
      "drift/watch/*",
      "cli/watch/{body,chosen-notifiers,comparisons,memory-file,notifiers,notify-command,notify-url,places,problems-reported,signal,source,stable,watch,webhook-server}",
    ],
  },
};

const SAMPLE = "--sample";
const asked = process.argv.slice(2).filter((name) => name !== SAMPLE);
const oneIn = process.argv.includes(SAMPLE) ? 5 : 1;
const files = asked.filter((name) => !Object.hasOwn(parts, name));
const names = asked.filter((name) => Object.hasOwn(parts, name));

try {
  if (files.length > 0 && names.length !== 1) {
    throw new Error(`There is no part ${files.join(", ")}. The parts are ${Object.keys(parts).join(", ")}.`);
  }
  for (const name of names.length > 0 ? names : Object.keys(parts)) await mutate(name);
} catch (error) {
  fail(error);
}

async function mutate(/** @type {string} */ name) {
  const { mistakes, tests } = parts[name];
  const folder = mistakes[0].replace(/\*.*/, "");
  say(`mistakes in ${folder}, which ${tests.map((each) => `test/${each}.test.ts`).join(" and ")} have to notice …`);
  await new Stryker({
    mutate: files.length > 0 ? files.map((file) => folder + file) : mistakes,
    jest: { config: { testMatch: tests.map((each) => `<rootDir>/test/${each}.test.ts`) } },
    oneIn,
    incremental: true,
    incrementalFile: join(root, `.work/mutate/${name}.json`),
  }).runMutationTest();
}
