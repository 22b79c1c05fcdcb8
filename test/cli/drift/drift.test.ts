import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../support/run";
import { accountIn, main, place, type RunOptions } from "../support";
import { reportOf, names, useState } from "./support";

const account = useState();
const { driftOfState } = account;

const report = (args: readonly string[] = [], options: RunOptions = {}) =>
  reportOf(driftOfState(["--format", "json", ...args], options));
describe("in sync apart from what nobody manages", () => {
  test("ends with 0 and says so", async () => {
    const { code, stdout, stderr } = await driftOfState([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Drift of dev against the account sandbox@example\.com\n/);
    expect(await report()).toMatchObject({ summary: { inSync: 3, changed: 0, missing: 0, unmanaged: 1, notChecked: 0 } });
  });

  test.each([
    [["--fail-on", "unmanaged"], 2],
    [["--fail-on", "changed,missing,unmanaged,not-checked"], 2],
    [["--fail-on", "none"], 0],
    [[], 0],
  ])("%j: exit code %d", async (args, code) => {
    expect((await driftOfState(args)).code).toBe(code);
  });

  test("the secret key stands in nothing that it prints", async () => {
    for (const format of ["text", "json", "html", "markdown", "github", "junit", "sarif"]) {
      const { stdout } = await driftOfState(["--format", format, "--all"]);
      expect(stdout.length).toBeGreaterThan(100);
      expect(stdout).not.toContain(account.sandbox.secretAccessKey);
    }
  });
});

describe("somebody renamed a device by hand", () => {
  beforeAll(() => account.rename(account.ids["pump-1"] ?? "", "by hand"));
  afterAll(() => account.rename(account.ids["pump-1"] ?? "", "pump-1"));

  test("ends with 2 and names what differs; --fail-on can let it pass", async () => {
    const { code, stdout } = await driftOfState([]);
    expect(code).toBe(2);
    expect(stdout).toContain("by hand");
    expect((await driftOfState(["--fail-on", "missing"])).code).toBe(0);
    expect((await report()).findings[0]).toMatchObject({
      status: "changed",
      changes: [{ path: "name", kind: "update", expected: "pump-1", actual: "by hand" }],
    });
  });

  test("a reader that goes away changes nothing of the exit code", async () => {
    const { cwd, env } = place();
    writeFileSync(join(cwd, "state.json"), account.state);
    const line = `${process.execPath} ${main()} drift --state state.json --all | true; echo "code \${PIPESTATUS[0]}"`;
    const { output } = await run("bash", ["-c", line], { cwd, env: { ...env, ...accountIn(account.sandbox) } });
    expect(output).toBe("code 2\n");
  });
});

describe("what is looked at", () => {
  test("devices that remote.it picks by tag or name", async () => {
    expect((await report(["--tag", "site-a"])).summary).toMatchObject({ inSync: 2, unmanaged: 0 });
    expect(names(await report(["--name", "PUMP-3"]))).toEqual(["unmanaged pump-3"]);
  });

  test("within so many requests: what could not be read is not checked", async () => {
    const { summary, findings } = await report(["--max-requests", "1", "--fail-on", "none"]);
    expect(summary.changed + summary.missing).toBe(0);
    expect(findings.filter(({ status }) => status === "not-checked").length + summary.inSync).toBeGreaterThan(0);
    expect((await driftOfState(["--max-requests", "0"])).stderr).toContain("It must be 1 or more.");
  });
});

describe("where the state comes from", () => {
  test("files, several at once: what one of them manages is not unmanaged", async () => {
    const { cwd } = place();
    writeFileSync(join(cwd, "a.json"), account.state);
    const other = account.state
      .replaceAll("::pump-2", "::pump-3")
      .replaceAll(account.ids["pump-2"] ?? "", account.ids["pump-3"] ?? "");
    writeFileSync(
      join(cwd, "b.json"),
      other.replaceAll('"pump-2"', '"pump-3"').replaceAll("urn:pulumi:dev::", "urn:pulumi:other::"),
    );
    const { stdout } = await account.drift(["--state", "a.json", "--state", "b.json", "-f", "json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ stacks: ["dev", "other"], summary: { unmanaged: 0 } });
  });

  test.each([
    ["nothing", "error: Reading the state of nothing failed: There is no such file or folder (ENOENT)."],
    ["text", "error: Reading the state of stack text failed: It is not JSON."],
  ])("%s is an error that says what to give", async (file, text) => {
    const { cwd } = place();
    writeFileSync(join(cwd, "text"), "hello");
    const { code, stderr } = await account.drift(["--state", file], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(text);
    expect(stderr).toContain("pulumi stack export");
  });
});
