import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { place } from "../support";
import { useState } from "./support";

const { driftOfState } = useState();

describe("where the reports go", () => {
  test("the n-th output belongs to the n-th format, and one may be standard output", async () => {
    const { cwd } = place();
    const args = ["-f", "html", "-f", "text", "-f", "sarif", "-o", "drift.html", "-o", "-", "-o", "drift.sarif"];
    const { code, stdout } = await driftOfState(args, { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Drift of dev/);
    expect(readFileSync(join(cwd, "drift.html"), "utf8")).toMatch(/^<!doctype html>/i);
    expect(readFileSync(join(cwd, "drift.sarif"), "utf8")).toContain('"2.1.0"');
    expect(
      readdirSync(cwd)
        .filter((name) => name.includes("drift"))
        .sort(),
    ).toEqual(["drift.html", "drift.sarif"]);
  });

  test("SARIF points at the file of the project", async () => {
    const { cwd } = place();
    mkdirSync(join(cwd, "infra"));
    const { stdout } = await driftOfState(["-f", "sarif", "--cwd", "infra"], { cwd });
    expect(stdout).toContain('"infra/Pulumi.yaml"');
  });

  test("SARIF names it from the root of the repository, wherever the command runs", async () => {
    const { cwd } = place();
    const folder = join(cwd, "deploy", "infra");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(cwd, ".git"), "gitdir: elsewhere\n");
    for (const [here, options] of [
      [folder, []],
      [cwd, ["--cwd", "deploy/infra"]],
      [join(cwd, "deploy"), ["--cwd", folder]],
    ] as const) {
      const { stdout } = await driftOfState(["-f", "sarif", ...options], { cwd: here });
      expect(stdout).toContain('"deploy/infra/Pulumi.yaml"');
    }
  });

  test.each([
    [["-f", "text", "-f", "json"], "text and json would all go to standard output: give 1 of them a file."],
    [["-f", "json", "-o", "a", "-o", "b"], "there are 2 --output for 1 --format"],
    [["-f", "json", "--adopt-code"], "json and --adopt-code would all go to standard output"],
    [["-f", "pdf"], "Allowed choices are text, json, html, markdown, github, junit, sarif."],
    [["--fail-on", "changed,mising"], '"mising" is not one of changed, missing, unmanaged, not-checked'],
    [["--stack", "dev"], "option '--state <file>' cannot be used with option '-s, --stack <name>'"],
  ])("%j is refused", async (args, text) => {
    const { code, stdout, stderr } = await driftOfState(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(text);
  });

  test("adds to the summary of a step of GitHub Actions, unless it is told not to", async () => {
    const { cwd } = place();
    const GITHUB_STEP_SUMMARY = join(cwd, "summary.md");
    writeFileSync(GITHUB_STEP_SUMMARY, "before\n");
    await driftOfState(["--no-step-summary"], { env: { GITHUB_STEP_SUMMARY } });
    expect(readFileSync(GITHUB_STEP_SUMMARY, "utf8")).toBe("before\n");
    await driftOfState([], { env: { GITHUB_STEP_SUMMARY } });
    expect(readFileSync(GITHUB_STEP_SUMMARY, "utf8")).toMatch(/^before\n[^]*pump-3/);
    // GitHub drops a summary of more than 1 MiB, whoever of the step has written it.
    writeFileSync(GITHUB_STEP_SUMMARY, "x".repeat(1024 * 1024 - 20_000));
    expect((await driftOfState([], { env: { GITHUB_STEP_SUMMARY } })).stderr).toContain("is full");
    expect(statSync(GITHUB_STEP_SUMMARY).size).toBe(1024 * 1024 - 20_000);
    const { code, stderr } = await driftOfState([], { env: { GITHUB_STEP_SUMMARY: join(cwd, "no/where") } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("cannot be written") as unknown });
  });
});
