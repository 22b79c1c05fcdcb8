import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { adoptCode, importFile, type LanguageName, languages, readUnmanaged } from "../../../drift/adopt";
import { listable } from "../../../drift/kinds";
import { cases } from "../../cases/case";
import { temporaryFolder } from "../../support/run";
import { useDriftAccount } from "../account";

const account = useDriftAccount();

/** An account that holds something of every kind, none of it managed. */
async function all() {
  for (const one of cases) await one.there(account);
  const kinds = listable.map(({ type }) => type);
  // A tag is unmanaged where a stack manages one.
  const tag = await account.make("Tag", { name: "managed" });
  return readUnmanaged(account.context(), (await account.drift([tag], { kinds })).findings);
}

const hasTool = (tool: string) => spawnSync(tool, ["--help"]).error === undefined;

function written(language: LanguageName, program: string, extension: string): string {
  const file = join(temporaryFolder(), `adopt-${language}${extension}`);
  writeFileSync(file, program);
  return file;
}

test("something of every kind is adopted in every language, and by a file for `pulumi import`", async () => {
  const unmanaged = await all();
  expect(new Set(unmanaged.map(({ kind }) => kind.type))).toEqual(new Set(cases.map(({ type }) => type)));
  const programs = Object.fromEntries(
    (Object.keys(languages) as LanguageName[]).map((name) => [name, [...adoptCode(unmanaged, name)].join("")]),
  ) as Record<LanguageName, string>;
  for (const [name, program] of Object.entries(programs)) {
    expect(program).not.toContain("Not declared");
    for (const { kind, live } of unmanaged) {
      expect(program).toMatch(new RegExp(`\\b(New|remoteit[.:])?${kind.type}\\b`));
      if (name !== "typescript") expect(program).toContain(JSON.stringify(live.id));
    }
  }
  const { resources } = parse(programs.yaml) as { resources: Record<string, { type: string; options: { import: string } }> };
  const found = Object.values(resources).map(({ type, options }) => `${type.replace("remoteit:", "")} ${options.import}`);
  expect(found.sort()).toEqual(unmanaged.map(({ kind, live }) => `${kind.type} ${live.id}`).sort());
  if (hasTool("gofmt")) {
    const file = written("go", programs.go, ".go");
    expect(execFileSync("gofmt", ["-l", file], { encoding: "utf8" })).toBe("");
  }
  if (hasTool("python3")) execFileSync("python3", ["-m", "py_compile", written("python", programs.python, ".py")]);
  const file = JSON.parse([...importFile(unmanaged)].join("")) as { resources: { name: string; id: string }[] };
  expect(new Set(file.resources.map(({ name }) => name)).size).toBe(unmanaged.length);
});
