import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { adoptCode, languages, type LanguageName, proposeFleets, readUnmanaged } from "../../../drift/adopt";
import { fleetDeclarations } from "../../../drift/adopt/fleets/declare";
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
  id?: string;
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
        // The SDK of Go takes texts alone.
        if (key === "application" && language === "go") return [key, String(value)];
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
        def __init__(self, resource_name, opts=None, **properties):
            self.id = opts
            camel = lambda key: key.split("_")[0] + "".join(part.title() for part in key.split("_")[1:])
            declared = {"type": type, "name": resource_name, "properties": {camel(key): value for key, value in properties.items()}}
            print(json.dumps(declared if opts is None else {**declared, "id": opts}))
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
    const kinds = ["Device", "Service", "Webhook", "Fleet"].map(
      (type) =>
        `func New${type}(ctx *pulumi.Context, name string, args *${type}Args, id ...pulumi.ID) (*Made, error) { return made("${type}", name, args, id) }`,
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
type Float64 float64
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
type ServiceArgs struct {
	DeviceId, Name, Host, Port, Enabled any \`json:",omitempty"\`
	Application pulumi.String \`json:",omitempty"\`
}
type FleetArgs struct {
	Selector *FleetSelectorArgs \`json:"selector,omitempty"\`
	Template *FleetTemplateArgs \`json:"template,omitempty"\`
}
type FleetSelectorArgs struct { Tags *FleetTagsArgs \`json:"tags,omitempty"\` }
type FleetTagsArgs struct { Any pulumi.StringArray \`json:"any,omitempty"\` }
type FleetTemplateArgs struct {
	Attributes pulumi.Map \`json:"attributes,omitempty"\`
	NotificationSettings *NotificationSettingsArgs \`json:"notificationSettings,omitempty"\`
	Services FleetServiceArray \`json:"services,omitempty"\`
}
type NotificationSettingsArgs struct {
	EmailNotifications any \`json:"emailNotifications,omitempty"\`
	DesktopNotifications any \`json:"desktopNotifications,omitempty"\`
}
type FleetServiceArray []*FleetServiceArgs
type FleetServiceArgs struct {
	Name any \`json:"name,omitempty"\`
	Application pulumi.String \`json:"application,omitempty"\`
	Host any \`json:"host,omitempty"\`
	Port any \`json:"port,omitempty"\`
	Enabled any \`json:"enabled,omitempty"\`
}
type WebhookArgs struct { Url, Enabled any \`json:",omitempty"\` }
type Made struct { id pulumi.ID }
func (made *Made) ID() pulumi.ID { return made.id }
func made(kind string, name string, args any, ids []pulumi.ID) (*Made, error) {
	declared := map[string]any{"type": kind, "name": name, "properties": args}
	made := &Made{}
	if len(ids) > 0 {
		made.id = ids[0]
		declared["id"] = ids[0]
	}
	return made, json.NewEncoder(os.Stdout).Encode(declared)
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
      resources: Record<string, { type: string; properties: Record<string, unknown>; options?: { import: string } }>;
    };
    // As Pulumi reads a text: two dollar signs are one, and one begins the id of another.
    const text = (value: string) =>
      value.replaceAll(/\$\$|\$\{(.*?)\.id\}/g, (_, name?: string) =>
        name === undefined ? "$" : (resources[name]?.options?.import ?? ""),
      );
    return Object.entries(resources).map(([name, { type, properties, options }]) => ({
      type: type.replace("remoteit:", ""),
      name,
      ...(options && { id: options.import }),
      properties: JSON.parse(JSON.stringify(properties), (_, value: unknown) =>
        typeof value === "string" ? text(value) : value,
      ) as Record<string, unknown>,
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

/** Devices of one tag with the same of everything that a fleet can want. */
async function alike() {
  const sql = "$x\"'`${y}";
  for (const id of await account.devices("one", "two")) {
    await account.byHand('mutation($id: [String!]!) { addTag(serviceId: $id, name: ["#日本"]) }', { id: [id] });
    await account.byHand(
      "mutation($id: String!, $name: String!) { addService(deviceId: $id, name: $name, application: 502, port: 9, enabled: false) { id } }",
      { id, name: sql },
    );
    const attributes = { $remoteit: { color: 3 }, "a b.'": [1, sql, null, { deep: true }], constructor: 1.5 };
    await account.byHand(
      "mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }",
      {
        id,
        attributes,
      },
    );
    await account.byHand("mutation($id: String!) { setNotificationSettings(serviceId: $id, desktopNotifications: false) }", {
      id,
    });
  }
  const context = account.context();
  return proposeFleets(context, await readUnmanaged(context, (await account.drift([])).findings));
}

describe.each(Object.keys(runs) as (keyof typeof runs)[])("the program that proposes fleets, in %s", (language) => {
  (isThere(language) ? test : test.skip)("declares what the devices have in common, whatever it is", async () => {
    const { fleets, rest } = await alike();
    expect({ fleets: fleets.length, rest }).toEqual({ fleets: 1, rest: [] });
    const program = [...adoptCode(rest, language, fleets)].join("");
    const declared = runs[language]?.(program, temporaryFolder());
    const wanted = fleetDeclarations(fleets).map(({ type, name, properties }) => ({ type, name, properties }));
    // As JSON says it; and the SDKs of Python and Go spell the names of properties in their way.
    const spelled = JSON.stringify(wanted)
      .replace('"application":502', language === "go" ? '"application":"502"' : '"application":502')
      .replace(/"(notification)(S)(ettings)"/, language === "python" ? '"notification_settings"' : "$&")
      .replace(/"desktopNotifications"/, language === "python" ? '"desktop_notifications"' : "$&");
    expect(declared).toEqual(JSON.parse(spelled));
  });
});

test.each(Object.keys(languages) as LanguageName[])("of nothing, in %s, it is a program that does nothing", (language) => {
  const program = [...adoptCode([], language)].join("");
  expect(program).toMatch(/^(\/\/|#) Nothing is unmanaged\.\n/);
  if (language === "yaml") expect(parse(program)).toEqual({ resources: {} });
  if (language === "go" && isThere("go")) expect(execFileSync("gofmt", { input: program, encoding: "utf8" })).toBe(program);
});
