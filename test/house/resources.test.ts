import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exports as subpaths } from "../../package.json";
import { resources } from "../../provider/domains";
import { fileOf, nameOf, sourceOf } from "../../scripts/generate/registered";
import * as sdk from "../../sdk";
import { cases } from "../cases/case";
import { repository } from "../engine/support";

// The steps of "add a resource" (CONTRIBUTING.md) that no compiler asks for.
describe.each(Object.entries(resources))("the resource %s", (name, { type }) => {
  const file = fileOf({ type });

  test("has its name from its type, and its file from its name", () => {
    expect(name).toBe(nameOf({ type }));
    expect(existsSync(join(repository, sourceOf({ type })))).toBe(true);
  });

  test("can be found again from state: its module is among the package's exports, at the path that state holds", () => {
    expect(subpaths).toHaveProperty([`./dynamic/${file}`], `./dist/provider/dynamic/${file}.js`);
    expect(existsSync(join(repository, "provider/dynamic", `${file}.ts`))).toBe(true);
  });

  test("is a class of the sdk, with its arguments", () => {
    expect(sdk).toHaveProperty(type, expect.any(Function));
    expect(readFileSync(join(repository, "sdk/resources.ts"), "utf8")).toContain(`type { ${type}Args }`);
  });

  test("is in the table of the README", () => {
    expect(readFileSync(join(repository, "README.md"), "utf8")).toContain(`[${file}](docs/reference/${file}.md)`);
  });
});

test("every kind has a case, and so the tests of all kinds, but those of which nothing stands in the account", () => {
  const types = Object.values(resources).map(({ type }) => type);
  expect(types.filter((type) => !cases.some((one) => one.type === type))).toEqual(["Fleet"]);
});

test("no module is exported for a resource that there is not", () => {
  const exported = Object.keys(subpaths).flatMap((subpath) => /^\.\/dynamic\/(.*)/.exec(subpath)?.[1] ?? []);
  expect(exported).toEqual(Object.values(resources).map(fileOf));
});
