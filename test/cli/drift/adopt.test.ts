import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSandbox, controlOf, type Control, type Sandbox } from "../../../sandbox";
import { cliStack, describeWithLanguageHost, environment, repository } from "../../engine/support";
import { keysOf } from "../../engine/support/account";
import { run } from "../../support/run";
import { parse } from "yaml";
import { contents } from "../../engine/support/contents";
import { yamlStack, type YamlProgram } from "../../engine/plugin/support/yaml-stack";
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

// Some of it is compiled by Pulumi's own host, more than once.
jest.setTimeout(240_000);

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

/** Each change is a request of its own, so that its name tells what it is. */
const config = () => ({ "remoteit:endpoint": sandbox.endpoint, "remoteit:mergeWrites": "off", ...keysOf(sandbox) });

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

    // What is taken out of the program again stays in the account: only the marks go.
    const held = await contents(control);
    stack.edit("export {};\n");
    const out = await stack.up();
    expect({ errors: out.errors, changes: out.changes }).toEqual({ errors: [], changes: { delete: hostile.length * 4 + 1 } });
    expect((await changesSent()).sort()).toEqual(["graphql:setAccountAttributes", "graphql:setAttributes"]);
    expect(await contents(control)).toEqual(held);
  });
});

describeWithLanguageHost(
  "drift --adopt-code of a YAML project with the plugin",
  () => {
    test("a program that imports all of the account without a request that writes, and leaves it there when it is taken out again", async () => {
      const stack = await yamlStack({ resources: {} }, { config: config() });
      const before = (await control.requests()).byOperation;
      const held = await contents(control);
      const found = await start(["drift", "--stack", "dev", "--adopt-code"], {
        cwd: stack.folder,
        env: environment(stack.folder),
      }).ended;
      expect({ code: found.code, stderr: found.stderr }).toEqual({ code: 0, stderr: "" });
      stack.edit(parse(found.stdout) as YamlProgram);
      const up = await stack.up();
      expect({ code: up.code, errors: up.errors }).toEqual({ code: 0, errors: [] });
      const { stdout } = await drift(["--format", "json"], stack.folder, (await stack.state({ showSecrets: true })).text);
      expect(JSON.parse(stdout)).toMatchObject({ summary: { inSync: hostile.length * 4 + 1, unmanaged: 0, coverage: 1 } });

      stack.edit({ resources: {} });
      const out = await stack.up();
      expect({ errors: out.errors, changes: out.changes }).toEqual({ errors: [], changes: { delete: hostile.length * 4 + 1 } });
      expect(await contents(control)).toEqual(held);
      const after = (await control.requests()).byOperation;
      const sent = Object.keys(after).filter((name) => after[name] !== before[name]);
      expect(sent.filter((name) => !/^graphql:(get|list|who|offered|read)/.test(name))).toEqual([]);
    });
  },
  "yaml",
);

describeWithLanguageHost(
  "drift --adopt-code --as-fleets of a YAML project with the plugin",
  () => {
    test("a program whose preview finds nothing to change in any device of its fleets", async () => {
      const stack = await yamlStack({ resources: {} }, { config: config() });
      const found = await start(["drift", "--stack", "dev", "--adopt-code", "--as-fleets"], {
        cwd: stack.folder,
        env: environment(stack.folder),
      }).ended;
      expect({ code: found.code, stderr: found.stderr }).toEqual({ code: 0, stderr: "" });
      stack.edit(parse(found.stdout) as YamlProgram);
      const { code, errors, changes, output } = await stack.preview();
      expect({ code, errors, changes }).toEqual({ code: 0, errors: [], changes: { create: 1, import: 1 } });
      expect(output).not.toContain("would change");
    });
  },
  "yaml",
);

describe("what the program is written in", () => {
  const first: Record<string, RegExp> = {
    typescript: /^import \{ Device, Service, Webhook \} from "pulumi-remoteit";\n/,
    "typescript-plugin": /^import \{ Device, Service, Webhook \} from "@pulumi-remoteit\/remoteit";\n/,
    python: /^import pulumi\nimport pulumi_remoteit as remoteit\n/,
    go: /^package main\n/,
    yaml: /^resources:\n/,
  };
  const ofPlugin = "urn:pulumi:dev::shop::remoteit:index:Device::pump";
  const resource = (urn: string) => ({ urn, type: urn.split("::")[2], id: "80:00:00:00:00:00:99:99", inputs: {}, outputs: {} });
  const state = (...urns: string[]) => JSON.stringify({ version: 3, deployment: { resources: urns.map(resource) } });
  const ofClasses = "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/remoteit:Device::pump";

  test.each<[language: string, project: string, args: string[], state?: string]>([
    ["typescript", "", []],
    ["typescript", "name: shop\nruntime: nodejs\n", []],
    ["typescript", "name: shop\nruntime: nodejs\npackages:\n  remoteit: ./plugin\n", [], state(ofClasses)],
    [
      "typescript-plugin",
      "name: shop\nruntime:\n  name: nodejs\n  options: { packagemanager: npm }\npackages:\n  remoteit: ./plugin\n",
      [],
    ],
    [
      "typescript-plugin",
      "name: shop\nruntime: nodejs # or bun\nplugins:\n  providers:\n    - name: remoteit\n      path: .\n",
      [],
    ],
    ["typescript-plugin", "name: shop\nruntime: nodejs\n", [], state(ofPlugin)],
    ["typescript-plugin", "name: shop\nruntime: bun\n", []],
    ["python", "name: shop\ndescription: all of it\nruntime:\n  options:\n    virtualenv: venv\n  name: python\n", []],
    ["python", "runtime: { name: python, options: { virtualenv: venv } }\nname: shop\n", []],
    ["go", JSON.stringify({ name: "shop", runtime: { name: "go" } }), []],
    ["go", JSON.stringify({ name: "shop", runtime: "go" }), []],
    ["yaml", 'name: shop\r\nruntime: "yaml"\r\n', [], state(ofPlugin)],
    ["python", "name: shop\nruntime: yaml\n", ["--adopt-as", "python"]],
    ["typescript-plugin", "name: shop\nruntime: dotnet\n", ["--adopt-as", "typescript-plugin"]],
  ])("%s: of a project %j with %j", async (language, project, args, given = empty) => {
    const { cwd } = place();
    if (project) writeFileSync(join(cwd, "Pulumi.yaml"), project);
    const { code, stdout, stderr } = await drift(["--adopt-code", "--fail-on", "none", ...args], cwd, given);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(first[language] ?? /never/);
  });

  test.each([
    ["adopt.py", "python"],
    ["main.GO", "go"],
    ["Main.yaml", "yaml"],
    ["adopt.txt", "go"],
  ])("by the name of its file, %s: %s, in a Go project", async (file, language) => {
    const { cwd } = place();
    writeFileSync(join(cwd, "Pulumi.yaml"), "name: shop\nruntime: go\n");
    await drift(["--adopt-code", file], cwd);
    expect(readFileSync(join(cwd, file), "utf8")).toMatch(first[language] ?? /never/);
  });

  test("a runtime of which no program is written is said before anything is asked of the account, with the other way", async () => {
    const { cwd } = place();
    writeFileSync(join(cwd, "Pulumi.yaml"), "name: shop\nruntime: dotnet\n");
    const before = (await control.requests()).total;
    const { code, stderr } = await drift(["--adopt-code", "adopt.cs"], cwd);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Writing the program for runtime dotnet failed: .* Let Pulumi write one: --import-file/);
    expect((await control.requests()).total).toBe(before);
    expect((await drift(["--adopt-as", "go"], cwd)).stderr).toContain("--adopt-as goes with --adopt-code.");
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

test("--as-fleets: a fleet for what devices with one tag have in common, in place of each of them; a program is needed for it", async () => {
  const { cwd } = place();
  const { stdout } = await drift(["--adopt-code", "--as-fleets", "--adopt-as", "yaml"], cwd);
  const { resources } = parse(stdout) as { resources: Record<string, { type: string; properties: object }> };
  // One of the two services of a name, and none that bears the name of its device.
  expect(resources["a-tag"]).toEqual({
    type: "remoteit:Fleet",
    properties: {
      selector: { tags: { any: ["a-tag"] } },
      template: { services: [{ name: "web", application: "HTTP", host: "127.0.0.1", port: 80, enabled: false }] },
    },
  });
  expect(Object.values(resources).map(({ type }) => type)).toEqual(["remoteit:Fleet", "remoteit:Webhook"]);
  expect((await drift(["--as-fleets"], cwd)).stderr).toContain("--as-fleets goes with --adopt-code.");
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
