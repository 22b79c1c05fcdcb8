import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { run, temporaryFolder, type Ran } from "../support/run";

/** A checkout beside other folders, whose `npm test` is a jest with our reporter on the test files given. */
async function ci(tests: Record<string, string>, beside: Record<string, string> = {}): Promise<Ran> {
  const inCheckout = Object.fromEntries(Object.entries(tests).map(([name, text]) => [`checkout/${name}.test.js`, text]));
  const folder = temporaryFolder({
    ...inCheckout,
    ...beside,
    "checkout/package.json": JSON.stringify({ name: "checkout", scripts: { test: "jest" } }),
    "checkout/jest.config.json": JSON.stringify({
      reporters: ["default", join(repository, "test/support/summary-reporter.cjs")],
    }),
  });
  for (const name of Object.keys(beside)) chmodSync(join(folder, name), 0o755);
  mkdirSync(join(folder, "checkout/.ci"));
  copyFileSync(join(repository, ".ci/run"), join(folder, "checkout/.ci/run"));
  // From another folder, and with both streams in one pipe: so it is run by a machine.
  return run("bash", ["-c", `"$0" | cat; exit "\${PIPESTATUS[0]}"`, join(folder, "checkout/.ci/run")], { cwd: "/" });
}

function lastLine({ output }: Ran): string | undefined {
  return output.trimEnd().split("\n").at(-1);
}

const passes = `test("passes", () => {});`;

test("ends with one plain line and code 0 when all tests pass", async () => {
  const ran = await ci({ one: passes, two: `${passes} test.skip("later", () => {});` });
  expect(ran.stdout).toContain("Tests:       1 skipped, 2 passed, 3 total");
  expect(lastLine(ran)).toBe("2 passed, 0 failed");
  expect(ran.code).toBe(0);
});

test("counts a test that fails and a file that does not load, and ends with a code other than 0", async () => {
  const ran = await ci({ one: `${passes} test("fails", () => { throw new Error("no") });`, two: `require("./nowhere")` });
  expect(lastLine(ran)).toBe("1 passed, 2 failed");
  expect(ran.code).toBe(1);
});

test("puts an engine that lies beside the checkout first on PATH", async () => {
  const onPath = `test("PATH", () => expect(process.env.PATH.split(":")).toContain("/engine/of/ours"));`;
  const build = "#!/bin/sh\necho building >&2\necho /engine/of/ours\n";
  const ran = await ci({ one: onPath }, { "shared/engine/build.sh": build });
  expect(ran.output).toContain("building");
  expect(lastLine(ran)).toBe("1 passed, 0 failed");
});

test("goes on without that engine where it cannot be built", async () => {
  const ran = await ci({ one: passes }, { "shared/engine/build.sh": "#!/bin/sh\necho no compiler >&2\nexit 3\n" });
  expect(ran.output).toContain("../shared/engine/build.sh failed, see above");
  expect(lastLine(ran)).toBe("1 passed, 0 failed");
});
