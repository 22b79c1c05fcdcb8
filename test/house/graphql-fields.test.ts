import { join } from "node:path";
import { projectFolder, repository, writeFiles } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

/** A file of a program that uses our client, as tsc judges it: the message of each line that is wrong. */
async function compile(lines: string[]): Promise<Record<string, string>> {
  const folder = temporaryFolder({
    "use.ts": [
      `import type { Client } from "${repository}/provider/client";`,
      `import { graphql } from "${repository}/api/generated";`,
      `import { WhoAmIDocument } from "${repository}/api/generated/graphql";`,
      `export async function use(client: Client) {`,
      `  const about = { what: "Ask" };`,
      ...lines,
      `}`,
    ].join("\n"),
    "tsconfig.json": JSON.stringify({
      extends: join(repository, "tsconfig.json"),
      compilerOptions: { rootDir: "/", typeRoots: [join(repository, "node_modules/@types")] },
      include: ["use.ts"],
    }),
  });
  const { output } = await run("tsc", ["-p", folder, "--pretty", "false"]);
  const problems: Record<string, string> = {};
  for (const [, line, message = ""] of output.matchAll(/use\.ts\((\d+),\d+\): error \w+: (.*)/g)) {
    problems[lines[Number(line) - 6] ?? `line ${line ?? ""}`] ??= message;
  }
  return problems;
}

test("a field, a variable or an operation that the schema does not have does not compile", async () => {
  const right = "const right = (await client.graphql(WhoAmIDocument, { accountId: null }, about)).login?.account?.email;";
  const field = "const field = (await client.graphql(WhoAmIDocument, {}, about)).login?.account?.colour;";
  const variable = "const variable = await client.graphql(WhoAmIDocument, { account: null }, about);";
  const operation = "const operation = await client.graphql(graphql(`query { login { colour } }`), {}, about);";
  expect(await compile([right, field, variable, operation, "return { right, field, variable, operation };"])).toEqual({
    [field]: expect.stringContaining("Property 'colour' does not exist") as unknown,
    [variable]: expect.stringContaining("'account' does not exist") as unknown,
    [operation]: expect.stringContaining("No overload matches this call") as unknown,
  });
});

test.each([
  ["a field", `query wrong { login { colour } }`, 'Cannot query field "colour" on type "User"'],
  ["an argument", `mutation wrong { addTag(device: "a", name: "b") }`, 'Unknown argument "device"'],
  ["a mutation", `mutation wrong { createDevice(name: "a") { id } }`, 'Cannot query field "createDevice" on type "Mutation"'],
])("%s that the schema does not have fails the generation of types", async (_what, document, message) => {
  const folder = projectFolder(); // below node_modules, where graphql-codegen looks for its preset
  writeFiles(folder, {
    "provider/wrong.ts": `export const wrong = graphql(/* GraphQL */ \`${document}\`);`,
    "codegen.ts": `import config from "${repository}/codegen";
      export default { ...config, schema: "${repository}/api/schema.graphql" };`,
  });
  const { code, output } = await run("graphql-codegen", ["--config", "codegen.ts"], { cwd: folder });
  expect(output).toContain(message);
  expect(code).not.toBe(0);
});
