import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseIgnore } from "../../drift";
import { environment, inlineStack, repository, writeFiles } from "../engine/support";
import { startAccount, type TestAccount } from "../engine/support/account";
import { claimedDevice } from "../engine/support/contents";
import { run, type Ran } from "../support/run";

jest.setTimeout(240_000);

const page = (path: string) => readFileSync(join(repository, path), "utf8");

const blocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, "gm"))].map(([, text = ""]) => text);

/** Lines of shell in a page that run drift. */
const commandsIn = (markdown: string): string[] =>
  blocks(markdown, "sh").flatMap((block) => block.split("\n").filter((line) => line.includes("pulumi-remoteit drift")));

let account: TestAccount;
let folder: string;

beforeAll(async () => {
  account = await startAccount();
  const devices: string[] = [];
  for (const name of ["pump-1", "pump-2", "pump-3", "pump-4"])
    devices.push((await claimedDevice(account.control, { name, hardwareId: name, configurable: true })).deviceId);
  await claimedDevice(account.control, { name: "spare", hardwareId: "spare" });
  const stack = await inlineStack({
    name: "prod",
    program: ({ remoteit }) => {
      for (const [index, deviceId] of devices.entries())
        new remoteit.Device(`pump-${index + 1}`, { deviceId, name: `pump-${index + 1}`, tags: ["site-a", "pumps"] });
      new remoteit.Service("panel", { deviceId: devices[0] ?? "", name: "panel", application: "HTTP", port: 8080 });
    },
    config: account.config,
  });
  ({ folder } = stack);
  expect((await stack.up()).errors).toEqual([]);
  const { change } = account.control;
  const [first, ...others] = devices;
  await change('mutation($id: [String!]!) { removeTag(serviceId: $id, name: ["pumps"]) }', { id: others });
  await change('mutation($id: String!) { renameService(serviceId: $id, name: "test, do not touch") }', { id: first });
  const panel = (await stack.state()).resources["panel"]?.id;
  await change("mutation($id: ID!) { removeService(id: $id) }", { id: panel });
});
afterAll(() => account.stop());

/** In the project's folder, as a reader types it. */
function typed(line: string): Promise<Ran> {
  const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  // For a state file; a stack has its own.
  const env = { REMOTEIT_ENDPOINT: endpoint, R3_ACCESS_KEY_ID: accessKeyId, R3_SECRET_ACCESS_KEY: secretAccessKey };
  const { GITHUB_STEP_SUMMARY: _summary, ...own } = environment(folder, { ...env, npm_config_update_notifier: "false" });
  writeFiles(folder, { "package.json": JSON.stringify({ name: "infra", private: true }) });
  return run("bash", ["-eo", "pipefail", "-c", line], { cwd: folder, env: own });
}

test("docs/tasks.md shows the report as it looks", async () => {
  const [command = ""] = commandsIn(page("docs/tasks.md")).filter((line) => line.endsWith("--stack prod"));
  const { code, stdout } = await typed(command);
  expect(code).toBe(2);
  expect(blocks(page("docs/tasks.md"), "text")).toContain(stdout.trimEnd());
});

test.each(commandsIn(page("docs/drift.md")))("%s", async (line) => {
  const { code, stdout, output } = await typed(line);
  const isNone = /--fail-on none|--write-baseline|--only-new/.test(line);
  expect({ code, errors: output.replace(stdout, "") }).toEqual({ code: isNone ? 0 : 2, errors: "" });
});

test("the ignore rules that docs/drift.md shows are rules", () => {
  const shown = blocks(page("docs/drift.md"), "text").map((rules) => parseIgnore(rules).length);
  expect(shown).toEqual([1, 4]);
});
