import { appendFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { repository } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

/** All that adding a kind takes by hand: three files and one line. */
const files = {
  "resource.ts.txt": "provider/domains/notes/note.ts",
  "entity.ts.txt": "sandbox/entities/notes.ts",
  "case.ts.txt": "test/cases/note.ts",
};

/** What remote.it's schema would have to have first: a kind whose operations it has already needs none of this. */
const schema = `
extend type User { notes: [Note!]! }
type Note { name: String! text: String! attributes: Object! }
extend type Mutation {
  setNote(name: String!, text: String, attributes: Object): Boolean
  deleteNote(name: String!): Boolean
}
`;

const LEFT_OUT = ["node_modules", ".git", ".work", "dist", "coverage"];

/** A copy of the project with the kind in it. */
function copyWithKind(): string {
  const folder = temporaryFolder();
  cpSync(repository, folder, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  symlinkSync(join(repository, "dist"), join(folder, "dist"));
  for (const [from, to] of Object.entries(files)) {
    mkdirSync(join(folder, to, ".."), { recursive: true });
    writeFileSync(join(folder, to), readFileSync(join(__dirname, "made-up-kind", from)));
  }
  const registry = join(folder, "provider/domains/index.ts");
  const text = readFileSync(registry, "utf8").replace(/^export const resources = \{\s/m, "export const resources = { note, ");
  writeFileSync(registry, `import { note } from "./notes/note";\n${text}`);
  appendFileSync(join(folder, "api/schema.graphql"), schema);
  return folder;
}

test("a kind is added with a resource file, a line of the registry, an entity of the sandbox and a case; all else follows", async () => {
  const cwd = copyWithKind();
  const passes = async (command: string, ...args: string[]) => {
    const { code, output } = await run(command, args, { cwd });
    expect({ command, code, output: code === 0 ? "" : output.slice(-6000) }).toEqual({ command, code: 0, output: "" });
    return output;
  };
  await passes("graphql-codegen", "--config", "codegen.ts");
  await passes("ts-node", "scripts/generate.ts");
  await passes("tsc", "--noEmit");
  await passes("eslint", ...Object.values(files), "sdk/note.ts", "provider/dynamic/note.ts");
  expect(readFileSync(join(cwd, "docs/reference/note.md"), "utf8")).toContain("# Note");
  // In which worlds and under which faults it lives depends on the kind alone: that is not what is tested here.
  const generic = ["life", "parity", "other-account", "drift", "each-property", "adoption"].map((name) => `test/kinds/${name}`);
  const ran = await passes("jest", ...generic, "test/house/resources", "-t", "\\b[Nn]ote\\b");
  expect(ran).toMatch(/Test Suites: 7 passed, 7 total/);
}, 300_000);
