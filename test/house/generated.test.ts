import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { repository } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

test("the sdk's classes and types, Pulumi's schema and the reference pages are what `npm run generate` makes of the declarations", async () => {
  const made = temporaryFolder();
  const { code, output } = await run("ts-node", ["scripts/generate.ts", made]);
  expect({ code, output }).toEqual({ code: 0, output: "" });
  const files = filesBelow(made);
  expect(files).toEqual(
    expect.arrayContaining([
      "docs/configuration.md",
      "docs/reference/device.md",
      "provider/plugin/schema.json",
      "sandbox/entities/index.ts",
      "sdk/device.ts",
    ]),
  );
  for (const file of files) {
    expect({ file, text: text(repository, file) }).toEqual({ file, text: text(made, file) });
  }
});

test("no generated file outlives its resource", async () => {
  const made = temporaryFolder();
  await run("ts-node", ["scripts/generate.ts", made]);
  const marked = ["sdk", "provider/dynamic", "sandbox/entities", "docs/reference", "docs"].flatMap((folder) =>
    readdirSync(join(repository, folder))
      .map((name) => `${folder}/${name}`)
      .filter(
        (file) =>
          !file.endsWith(".json") &&
          statSync(join(repository, file)).isFile() &&
          text(repository, file).includes("Made by `npm run generate`"),
      ),
  );
  // JSON holds no mark, and of the README only a table is made: that they are right is asserted above.
  expect(marked.sort()).toEqual(filesBelow(made).filter((file) => !file.endsWith(".json") && file !== "README.md"));
});

test("the types of the GraphQL operations are what graphql-codegen makes of the schema and the documents", async () => {
  const { code, output } = await run("graphql-codegen", ["--config", "codegen.ts", "--check"]);
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
});

function text(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
