import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { place, type RunOptions } from "../support";
import { names, reportOf, useState } from "./support";

const account = useState();
const { driftOfState } = account;

const report = (args: readonly string[] = [], options: RunOptions = {}) =>
  reportOf(driftOfState(["--format", "json", ...args], options));

beforeAll(() => account.rename(account.ids["pump-1"] ?? "", "by hand"));

describe("what is known already", () => {
  test("a rule hides it, from the file that is there, one that is named, or the command line", async () => {
    const { cwd } = place();
    const rule = "path:name  # renamed on purpose\n";
    writeFileSync(join(cwd, ".remoteitignore"), rule);
    mkdirSync(join(cwd, "rules"));
    writeFileSync(join(cwd, "rules", "ours"), rule);
    mkdirSync(join(cwd, "infra"));
    writeFileSync(join(cwd, "infra", ".remoteitignore"), "status:unmanaged  # others' own\n");
    expect(names(await report(["--cwd", "infra"], { cwd }))).toEqual(["changed by hand"]);
    expect(names(await report([], { cwd }))).toEqual(["unmanaged pump-3"]);
    expect(names(await report(["--ignore-file", join(cwd, "rules/ours")]))).toEqual(["unmanaged pump-3"]);
    expect(names(await report(["--ignore", rule, "--ignore", "name:pump-3 # the spare one"]))).toEqual([]);
  });

  test.each([
    [["--ignore-file", "none"], "error: Reading the ignore rules none failed: There is no such file or folder"],
    [["--ignore", "nme:x # why"], "there is no condition nme; did you mean"],
    [["--only-new"], "error: Reading the baseline remoteit-baseline.json failed: There is no such file"],
  ])("%j is refused before anything is asked", async (args, text) => {
    const before = (await account.control.requests()).total;
    const { code, stdout, stderr } = await driftOfState(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(text);
    expect((await account.control.requests()).total).toBe(before);
  });

  test("a baseline accepts it, and only what is new is drift from then on", async () => {
    const { cwd } = place();
    const written = await driftOfState(["--baseline", "known.json", "--write-baseline"], { cwd });
    expect(written.code).toBe(0);
    expect((await driftOfState(["--baseline", "known.json", "--only-new"], { cwd })).code).toBe(0);
    await account.rename(account.ids["pump-2"] ?? "", "again");
    const fresh = await driftOfState(["--baseline", "known.json", "--only-new", "--format", "json"], { cwd });
    await account.rename(account.ids["pump-2"] ?? "", "pump-2");
    expect(fresh.code).toBe(2);
    expect(names(JSON.parse(fresh.stdout) as Parameters<typeof names>[0])).toEqual(["changed again"]);
  });
});
