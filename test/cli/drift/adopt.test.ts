import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSandbox, controlOf, type Control, type Sandbox } from "../../../sandbox";
import { cliStack, describeWithLanguageHost, repository } from "../../engine/support";
import { keysOf } from "../../engine/support/account";
import { run } from "../../support/run";
import { accountIn, place, start } from "../support";

/** Names that a program or a shell could stumble over. */
const hostile = [
  '"); process.exit(1); ("',
  "`${process.exit(1)}`",
  "\u202egnp.exe",
  "*/ evil /*",
  "日本語",
  "  ",
  "class",
  "7 up",
  "pump-1",
  "PUMP-1",
  "é".repeat(90),
];

let sandbox: Sandbox;
let control: Control;

beforeAll(async () => {
  sandbox = await startSandbox();
  control = controlOf(sandbox.control);
  for (const [index, name] of hostile.entries()) {
    const { deviceId, claimCode } = await control.agent({ hardwareId: `hw-${index}`, name, configurable: true, online: true });
    await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
    await control.change('mutation($id: [String!]!) { addTag(serviceId: $id, name: ["a-tag", "b"]) }', { id: [deviceId] });
    for (const service of [
      { name, application: 28, port: 22 },
      { name: "web", application: 7, port: 80, enabled: false },
      { name: "web", application: 7, port: 80, enabled: false },
    ])
      await control.change(
        "mutation($deviceId: String!, $name: String, $application: Int, $port: Int, $enabled: Boolean) { addService(deviceId: $deviceId, name: $name, application: $application, port: $port, enabled: $enabled) { id } }",
        { deviceId, ...service },
      );
  }
  await control.change(
    'mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "http://127.0.0.1:9/hook") }',
  );
});
afterAll(() => sandbox.stop());

const empty = JSON.stringify({ version: 3, deployment: {} });

const drift = (args: readonly string[], cwd: string, input = empty) =>
  start(["drift", "--state", "-", ...args], { cwd, env: { ...place().env, ...accountIn(sandbox) }, input }).ended;

const config = () => ({ "remoteit:endpoint": sandbox.endpoint, ...keysOf(sandbox) });

/** What was sent that changes something. */
async function changesSent(): Promise<string[]> {
  const { byOperation } = await control.requests();
  return Object.keys(byOperation).filter((name) => !/^graphql:(get|list|who|offered|read)/.test(name));
}

describeWithLanguageHost("drift --adopt-code", () => {
  test("a program that compiles, adopts all of the account without a change, and leaves nothing unmanaged", async () => {
    const { cwd } = place();
    const { code, stderr } = await drift(["--adopt-code", "index.ts", "--output", "report.txt"], cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const program = readFileSync(join(cwd, "index.ts"), "utf8");
    expect(program).not.toMatch(/[\u202a-\u202e]/);
    const stack = await cliStack({ program, typescript: true, config: config() });
    writeFileSync(
      join(stack.folder, "check.json"),
      JSON.stringify({
        extends: "./tsconfig.json",
        compilerOptions: { noEmit: true, noUnusedLocals: true },
        files: ["index.ts"],
      }),
    );
    expect(await run(join(repository, "node_modules/.bin/tsc"), ["-p", "check.json"], { cwd: stack.folder })).toMatchObject({
      code: 0,
      output: "",
    });
    const up = await stack.up();
    expect({ code: up.code, errors: up.errors }).toEqual({ code: 0, errors: [] });
    expect(up.changes).toEqual({ create: hostile.length * 4 + 1 });
    // Nothing but the marks of who adopted what.
    expect((await changesSent()).sort()).toEqual(["graphql:setAccountAttributes", "graphql:setAttributes"]);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    const { stdout } = await drift(["--format", "json"], cwd, (await stack.state({ showSecrets: true })).text);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { inSync: hostile.length * 4 + 1, unmanaged: 0, coverage: 1 } });
  });
});

test("to standard output in place of the report; of an account without anything unmanaged, an empty program", async () => {
  const { cwd } = place();
  expect((await drift(["--adopt-code"], cwd)).stdout).toMatch(
    /^import \{ Device, Service, Webhook \} from "pulumi-remoteit";\n\nconst /,
  );
  const { stdout } = await drift(["--adopt-code", "--tag", "none"], cwd);
  expect(stdout).toBe("// Nothing is unmanaged.\nexport {};\n");
});

test("--import-file: what `pulumi import --file` takes, with names that are readable and each there once", async () => {
  const { cwd } = place();
  await drift(["--import-file", "import.json"], cwd);
  const { resources } = JSON.parse(readFileSync(join(cwd, "import.json"), "utf8")) as {
    resources: { type: string; name: string; id: string }[];
  };
  expect(resources).toHaveLength(hostile.length * 4 + 1);
  expect(new Set(resources.map(({ type }) => type))).toEqual(
    new Set(["remoteit:index:Device", "remoteit:index:Service", "remoteit:index:Webhook"]),
  );
  const names = resources.map(({ name }) => name);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.filter((name) => !/^[A-Za-z0-9][\w-]*$/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(["pump-1", "pump-1-web", "7-up", "device-00000011-web", "webhook"]));
});
