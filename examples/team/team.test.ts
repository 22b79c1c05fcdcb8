import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { controlOf, startSandbox } from "../../sandbox";
import { copyExample, describeWithLanguageHost, inlineStack, repository, type Config } from "../../test/engine/support";
import { yamlStack, type YamlProgram } from "../../test/engine/plugin/support/yaml-stack";
import { temporaryFolder } from "../../test/support/run";
import { readTeam } from "./read-team";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeEach(async () => {
  sandbox = await startSandbox();
  for (const name of ["anna", "berta", "carl"]) await controlOf(sandbox.control).account(`${name}@example.com`);
});
afterEach(() => sandbox.stop());

const settings = (): Config => ({
  "remoteit:endpoint": sandbox.endpoint,
  "remoteit:accessKeyId": sandbox.accessKeyId,
  "remoteit:secretAccessKey": { secret: sandbox.secretAccessKey },
});

/** Who is in the organization and as what, asked past the provider. */
async function team(): Promise<Record<string, string>> {
  const query = "{ login { organization { members { user { email } customRole { name } } } } }";
  const { login } = (await controlOf(sandbox.control).change(query)) as {
    login: { organization: { members: { user: { email: string }; customRole: { name: string } }[] } | null };
  };
  return Object.fromEntries((login.organization?.members ?? []).map(({ user, customRole }) => [user.email, customRole.name]));
}

const everybody = { "anna@example.com": "fitters", "berta@example.com": "viewers", "carl@example.com": "Admin" };

test.each([
  ["name,role\nanna@example.com,fitters", "begins with"],
  ["email,role\nanna,fitters", "line 2 is"],
  ["email,role\nanna@example.com,", "line 2 is"],
  ["email,role\nanna@example.com,fitters\nAnna@example.com,ADMIN", "a second time"],
])("what the file means is not guessed: %j", (text, message) => {
  const folder = temporaryFolder({ "team.csv": text });
  expect(() => readTeam(join(folder, "team.csv"))).toThrow(message);
});

test("members are as the file says, and lose their access once they leave it (inline program)", async () => {
  let folder = "";
  let runs = 0;
  const stack = await inlineStack({
    config: { ...settings(), "scenario:organization": "Plant" },
    program: () => {
      // A program runs from its first line each time: under a new name, it is a new module.
      const main = join(folder, `run-${String((runs += 1))}.ts`);
      copyFileSync(join(folder, "index.ts"), main);
      return import(main);
    },
  });
  folder = copyExample("team", join(stack.folder, "team"));
  const first = await stack.up();
  expect({ errors: first.errors, changes: first.changes }).toEqual({ errors: [], changes: { create: 6 } });
  expect(await team()).toEqual(everybody);
  writeFileSync(join(folder, "team.csv"), "email,role\nanna@example.com,viewers\n");
  const second = await stack.up();
  expect({ errors: second.errors, changes: second.changes }).toEqual({
    errors: [],
    changes: { same: 3, update: 1, delete: 2 },
  });
  expect(await team()).toEqual({ "anna@example.com": "viewers" });
});

describeWithLanguageHost(
  "the program in YAML",
  () => {
    test("makes the same team", async () => {
      const text = readFileSync(join(repository, "examples/team/yaml/Pulumi.yaml"), "utf8");
      const { resources } = parse(text) as YamlProgram;
      const stack = await yamlStack({ resources, outputs: {} }, { config: settings() });
      const made = await stack.up();
      expect({ errors: made.errors, changes: made.changes }).toEqual({ errors: [], changes: { create: 6 } });
      expect(await team()).toEqual(everybody);
    });
  },
  "yaml",
);
