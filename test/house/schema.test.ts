import schema from "../../provider/plugin/schema.json";
import { functions } from "../../provider/domains/functions";
import { resources } from "../../provider/domains";
import { projectFolder, repository } from "../engine/support";
import { environment, hasExecutable, pulumi } from "../engine/support/engine";
import { join } from "node:path";

const file = join(repository, "provider/plugin/schema.json");
const folder = projectFolder();
const run = (...args: string[]) => pulumi(args, folder, environment(folder));

test("Pulumi finds nothing to say against the schema", async () => {
  expect(await run("schema", "check", file)).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("tokens are those that programs and states hold for good", () => {
  expect(Object.keys(schema.resources)).toEqual([
    "remoteit:index:Device",
    "remoteit:index:Service",
    "remoteit:index:Webhook",
    "remoteit:index:Tag",
    "remoteit:index:Fleet",
    "remoteit:index:Network",
    "remoteit:index:NetworkConnection",
    "remoteit:index:NetworkShare",
    "remoteit:index:DeviceShare",
    "remoteit:index:Organization",
    "remoteit:index:Role",
    "remoteit:index:Member",
    "remoteit:index:IdentityProvider",
    "remoteit:index:ConnectLink",
    "remoteit:index:AccountSettings",
  ]);
  expect(Object.keys(schema.resources)).toEqual(Object.values(resources).map(({ type }) => `remoteit:index:${type}`));
  expect(Object.keys(schema.functions)).toEqual(Object.keys(functions).map((name) => `remoteit:index:${name}`));
});

test("what is secret, what replaces and what is a name of an application type is said so", () => {
  const { Device, Service } = {
    Device: schema.resources["remoteit:index:Device"],
    Service: schema.resources["remoteit:index:Service"],
  };
  expect(Device.inputProperties).toMatchObject({ claimCode: { secret: true }, provision: { secret: true } });
  expect(Device.properties).toMatchObject({ deviceSecret: { secret: true } });
  expect(Service.inputProperties.deviceId).toMatchObject({ willReplaceOnChanges: true });
  expect(Service.inputProperties.application.oneOf).toEqual([
    { type: "string" },
    { $ref: "#/types/remoteit:index:ApplicationName" },
    { type: "integer" },
  ]);
});

test("settings have their environment variables and defaults, and an explicit provider copies none of them into the state", () => {
  const { secretAccessKey, endpoint } = schema.config.variables;
  expect(secretAccessKey).toMatchObject({ secret: true, defaultInfo: { environment: ["R3_SECRET_ACCESS_KEY"] } });
  expect(endpoint).toMatchObject({ default: "https://api.remote.it", defaultInfo: { environment: ["REMOTEIT_ENDPOINT"] } });
  expect(Object.keys(schema.provider.inputProperties)).toEqual(Object.keys(schema.config.variables));
  expect(JSON.stringify(schema.provider)).not.toMatch(/defaultInfo|"default"/);
});

describe("an SDK is generated for", () => {
  const languages = ["nodejs", "python", "go"].map((language) => ({ language, host: `pulumi-language-${language}` }));
  test.each(languages)("$language", async ({ language, host }) => {
    if (!hasExecutable(host)) return;
    const ran = await run("package", "gen-sdk", file, "--language", language, "--out", join(folder, language));
    expect(ran).toMatchObject({ code: 0 });
  });
});
