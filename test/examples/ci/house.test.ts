import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { repository } from "../../engine/support";
import { run } from "../../support/run";
import { readWorkflow, workflowFiles } from "./github";
import { actionlint, shellcheck, testWith } from "./tools";

describe.each(workflowFiles)("%s", (file) => {
  testWith(actionlint(), "has nothing that actionlint finds, its scripts included where shellcheck is there", async (path) => {
    expect(await run(path, ["-color=false", file])).toMatchObject({ code: 0, output: "" });
  });

  const { permissions, concurrency, defaults, jobs } = readWorkflow(basename(file));
  const all = Object.values(jobs);
  const steps = all.flatMap((job) => job.steps);

  test("may do nothing but what each job asks for, and ends in time", () => {
    expect(permissions).toEqual({});
    expect(concurrency.group).toMatch(/^\w/);
    for (const job of all) {
      expect(Object.keys(job.permissions)).not.toEqual([]);
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
    }
  });

  test("runs the Pulumi that it names, whichever is new", () => {
    const [install] = steps.filter(({ uses }) => uses?.startsWith("pulumi/actions@") === true);
    expect(install?.with?.["pulumi-version"]).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("fails where a part of a pipe fails: its shell is bash with pipefail", () => {
    expect(defaults.run.shell).toBe("bash");
  });

  test("takes actions by major version, and no text from outside into a script", () => {
    for (const { uses } of steps) expect(uses ?? "a/b@v1").toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
    for (const step of steps) expect(step.run ?? "").not.toContain("${{");
  });

  test("gives secrets to the one step that needs them", () => {
    const text = readFileSync(join(repository, file), "utf8");
    const inSteps = steps.flatMap(({ env = {} }) => Object.values(env).filter((value) => value.includes("secrets.")));
    expect(inSteps).toHaveLength((text.match(/\{ secrets\./g) ?? []).length);
    expect(steps.filter(({ env = {} }) => "R3_SECRET_ACCESS_KEY" in env)).toHaveLength(1);
  });
});

testWith(shellcheck(), "shellcheck finds nothing in the scripts", async (path) => {
  expect(await run(path, ["examples/ci/comment.sh", "examples/ci/install.sh"])).toMatchObject({ code: 0, output: "" });
});

test("drift and deploy never run beside each other, and neither is cut off", () => {
  const [deploy, drift] = ["deploy.yml", "drift.yml"].map((name) => readWorkflow(name).concurrency);
  expect(deploy).toEqual(drift);
  expect(deploy).toMatchObject({ "cancel-in-progress": false });
});

test("what needs a feature that a repository may lack fails without stopping the rest", () => {
  const steps = Object.values(readWorkflow("drift.yml").jobs).flatMap((job) => job.steps);
  expect(steps.filter((step) => step["continue-on-error"] === true).map(({ uses }) => uses)).toEqual([
    "github/codeql-action/upload-sarif@v4",
  ]);
});
