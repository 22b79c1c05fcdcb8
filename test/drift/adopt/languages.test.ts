import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { adoptCode, languages, type LanguageName, readUnmanaged } from "../../../drift/adopt";
import { declarationsOf, IdOf } from "../../../drift/adopt/program";
import { temporaryFolder } from "../../support/run";
import { useDriftAccount } from "../account";

const account = useDriftAccount({ world: { "application-types": "newer" } });

/** Names that a program could stumble over. */
const names = [
  '"); process.exit(1); ("',
  "`${process.exit(1)}` $${x} $ $$ ${pump.id}",
  "\u202egnp.exe",
  "*/ evil /*",
  "日本語",
  "😀 \u{e0001}",
  "\ud800 half",
  "\\n \\u0041 \\ud83d\\ude00",
  "'''\"\"\" # ##[group]",
  "class",
  "ctx",
  "pulumi",
  "7 up",
  "yes",
  "pump-1",
  "PUMP_1",
];

interface Declared {
  type: string;
  name: string;
  id: string;
  properties: Record<string, unknown>;
}

async function unmanaged() {
  for (const [index, deviceId] of (await account.devices(...names.map((_, index) => `d${index}`))).entries()) {
    const name = names[index];
    await account.byHand("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", {
      id: deviceId,
      name,
    });
    await account.byHand('mutation($id: [String!]!) { addTag(serviceId: $id, name: ["a-tag", "b"]) }', { id: [deviceId] });
    await account.byHand(
      "mutation($deviceId: String!, $name: String!) { addService(deviceId: $deviceId, name: $name, application: 502, enabled: false) { id } }",
      { deviceId, name },
    );
  }
  await account.byHand(
    'mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/x?$a") }',
  );
  return readUnmanaged(account.context(), (await account.drift([])).findings);
}

/** What a program of plain declarations is to declare, the ids of others written out. */
function expected(all: Awaited<ReturnType<typeof unmanaged>>, language: LanguageName): Declared[] {
  const declarations = declarationsOf(all, languages[language].constants);
  const ids = new Map(declarations.map(({ constant, id }) => [constant, id]));
  return declarations.map(({ type, name, id, properties }) => ({
    type,
    name,
    id,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => {
        // No language and no protocol of Pulumi has halves of a character.
        if (typeof value === "string") return [key, value.replaceAll(/\p{Cs}/gu, "\ufffd")];
        return [key, value instanceof IdOf ? ids.get(value.constant) : value];
      }),
    ),
  }));
}

/** Runs the program in its language, and gives what it declares. */
const runs: Partial<Record<LanguageName, (program: string, folder: string) => Declared[]>> = {
  python: (program, folder) => {
    const stubs = {
      "pulumi.py": "def ResourceOptions(import_): return import_\n",
      "pulumi_remoteit.py": `import json, sys
def __getattr__(type):
    class Made:
        def __init__(self, resource_name, opts, **properties):
            self.id = opts
            camel = lambda key: key.split("_")[0] + "".join(part.title() for part in key.split("_")[1:])
            print(json.dumps({"type": type, "name": resource_name, "id": opts, "properties": {camel(key): value for key, value in properties.items()}}))
    return Made
`,
      "main.py": program,
    };
    write(folder, stubs);
    return lines(execFileSync("python3", ["main.py"], { cwd: folder, encoding: "utf8" }));
  },
  go: (program, folder) => {
    const pulumi = "github.com/pulumi/pulumi/sdk/v3";
    const ours = "github.com/pulumi-remoteit/pulumi-remoteit/sdk/go/remoteit";
    const kinds = ["Device", "Service", "Webhook"].map(
      (type) =>
        `func New${type}(ctx *pulumi.Context, name string, args *${type}Args, id pulumi.ID) (*Made, error) { return made("${type}", name, args, id) }`,
    );
    write(folder, {
      "go.mod": `module adopt\n\ngo 1.21\n\nrequire (\n\t${pulumi} v3.0.0\n\t${ours} v0.0.0\n)\n\nreplace (\n\t${pulumi} => ./pulumi\n\t${ours} => ./remoteit\n)\n`,
      "main.go": program,
      "pulumi/go.mod": `module ${pulumi}\n\ngo 1.21\n`,
      "pulumi/go/pulumi/pulumi.go": `package pulumi
type Context struct{}
type ID string
type String string
type Int int
type Bool bool
type StringArray []String
type Array []any
type Map map[string]any
func Import(id ID) ID { return id }
func Run(program func(ctx *Context) error) { if err := program(&Context{}); err != nil { panic(err) } }
`,
      "remoteit/go.mod": `module ${ours}\n\ngo 1.21\n\nrequire ${pulumi} v3.0.0\n`,
      "remoteit/remoteit.go": `package remoteit
import (
	"encoding/json"
	"os"
	"${pulumi}/go/pulumi"
)
type DeviceArgs struct { DeviceId, Name any \`json:",omitempty"\`; Tags pulumi.StringArray \`json:",omitempty"\` }
type ServiceArgs struct { DeviceId, Name, Application, Host, Port, Enabled any \`json:",omitempty"\` }
type WebhookArgs struct { Url, Enabled any \`json:",omitempty"\` }
type Made struct { id pulumi.ID }
func (made *Made) ID() pulumi.ID { return made.id }
func made(kind string, name string, args any, id pulumi.ID) (*Made, error) {
	return &Made{id}, json.NewEncoder(os.Stdout).Encode(map[string]any{"type": kind, "name": name, "id": id, "properties": args})
}
${kinds.join("\n")}
`,
    });
    expect(execFileSync("gofmt", ["-l", "main.go"], { cwd: folder, encoding: "utf8" })).toBe("");
    const output = execFileSync("go", ["run", "."], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GOFLAGS: "-mod=mod", GOWORK: "off" },
    });
    const lower = (key: string) => key.slice(0, 1).toLowerCase() + key.slice(1);
    return lines(output).map(({ properties, ...rest }) => ({
      ...rest,
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [lower(key), value])),
    }));
  },
  yaml: (program) => {
    const { resources } = parse(program) as {
      resources: Record<string, { type: string; properties: Record<string, unknown>; options: { import: string } }>;
    };
    // As Pulumi reads a text: two dollar signs are one, and one begins the id of another.
    const text = (value: string) =>
      value.replaceAll(/\$\$|\$\{(.*?)\.id\}/g, (_, name?: string) =>
        name === undefined ? "$" : (resources[name]?.options.import ?? ""),
      );
    return Object.entries(resources).map(([name, { type, properties, options }]) => ({
      type: type.replace("remoteit:", ""),
      name,
      id: options.import,
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, typeof value === "string" ? text(value) : value]),
      ),
    }));
  },
};

function write(folder: string, files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const lines = (output: string) =>
  output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Declared);

const needs: Partial<Record<string, string>> = { python: "python3", go: "gofmt" };
const isThere = (name: string) => needs[name] === undefined || spawnSync(needs[name] ?? "", ["--help"]).error === undefined;

describe.each(Object.keys(runs) as (keyof typeof runs)[])("the program that adopts, in %s", (language) => {
  (isThere(language) ? test : test.skip)("declares what the account holds, whatever its names are, by import", async () => {
    const all = await unmanaged();
    const program = [...adoptCode(all, language)].join("");
    expect(program).not.toMatch(/[\u202a-\u202e]/);
    const declared = runs[language]?.(program, temporaryFolder());
    expect(declared).toEqual(expected(all, language));
    expect(declared).toHaveLength(names.length * 2 + 1);
  });
});

test.each(Object.keys(languages) as LanguageName[])("of nothing, in %s, it is a program that does nothing", (language) => {
  const program = [...adoptCode([], language)].join("");
  expect(program).toMatch(/^(\/\/|#) Nothing is unmanaged\.\n/);
  if (language === "yaml") expect(parse(program)).toEqual({ resources: {} });
  if (language === "go" && isThere("go")) expect(execFileSync("gofmt", { input: program, encoding: "utf8" })).toBe(program);
});
