import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";

import { addressesOf, readSettings, settingTable } from "../../../provider/client";
import { ConfigurationError } from "../../../provider/core/errors";
import { redact } from "../../../provider/core/secrets";

const secretOf = (text: string) => Buffer.from(text).toString("base64");
const file = (id: string) => `R3_ACCESS_KEY_ID=${id}\nR3_SECRET_ACCESS_KEY=${secretOf(id)}\n`;
const environment = { R3_ACCESS_KEY_ID: "ENV", R3_SECRET_ACCESS_KEY: secretOf("ENV") };
const explicit = { accessKeyId: "CONF", secretAccessKey: secretOf("CONF") };

let home: string;
let path: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "settings-"));
  mkdirSync(join(home, ".remoteit"));
  path = join(home, ".remoteit", "credentials");
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const read = (config: Record<string, string> = {}, env: NodeJS.ProcessEnv = {}) =>
  readSettings({ config: (key) => config[key], env, home });

function errorOf(config: Record<string, string> = {}, env: NodeJS.ProcessEnv = {}): string {
  try {
    read(config, env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message;
  }
  throw new Error("The settings were read though they are wrong.");
}

test("without anything else set, the defaults hold", () => {
  expect(read(explicit)).toEqual({
    ...explicit,
    endpoint: "https://api.remote.it",
    signature: "auto",
    requestsPerSecond: 100,
    maxRetries: 5,
    timeoutSeconds: 30,
    mergeWrites: "auto",
    credentialsFrom: "stack configuration",
  });
});

test("the key comes from the configuration before the environment before the credentials file", () => {
  writeFileSync(path, file("FILE"));
  expect(read(explicit, environment)).toMatchObject({ ...explicit, credentialsFrom: "stack configuration" });
  expect(read({}, environment)).toMatchObject({
    accessKeyId: "ENV",
    secretAccessKey: secretOf("ENV"),
    credentialsFrom: "environment",
  });
  expect(read()).toMatchObject({ accessKeyId: "FILE", credentialsFrom: `profile DEFAULT in ${path}` });
});

test("every other setting comes from the first source that has it", () => {
  writeFileSync(path, `${file("FILE")}R3_DEVELOPER_API_KEY=dev-file`);
  const env = { REMOTEIT_ENDPOINT: "http://127.0.0.1:9", REMOTEIT_ACCOUNT_ID: "acc-env", REMOTEIT_SIGNATURE: "rfc9421" };
  expect(read({}, env)).toMatchObject({
    endpoint: "http://127.0.0.1:9",
    accountId: "acc-env",
    signature: "rfc9421",
    developerKey: "dev-file",
  });
  const config = {
    endpoint: "https://eu.remote.it/",
    accountId: "acc",
    signature: "cavage",
    developerKey: "dev",
    requestsPerSecond: "2.5",
    maxRetries: "0",
    timeoutSeconds: "7",
  };
  expect(read(config, { ...env, R3_DEVELOPER_API_KEY: "dev-env" })).toMatchObject({
    endpoint: "https://eu.remote.it",
    accountId: "acc",
    signature: "cavage",
    developerKey: "dev",
    requestsPerSecond: 2.5,
    maxRetries: 0,
    timeoutSeconds: 7,
  });
});

test("empty and blank texts count as absent", () => {
  expect(read({ ...explicit, accountId: "", signature: " " }, { R3_ACCESS_KEY_ID: "" })).toMatchObject({ signature: "auto" });
});

test("a profile is named by the configuration before the environment, in any case", () => {
  writeFileSync(path, `[Plant]\n${file("PLANT")}[office]\n${file("OFFICE")}`);
  expect(read({ profile: "PLANT" }, { REMOTEIT_PROFILE: "office" })).toMatchObject({
    accessKeyId: "PLANT",
    credentialsFrom: `profile Plant in ${path}`,
  });
  expect(read({}, { REMOTEIT_PROFILE: "Office" })).toMatchObject({ accessKeyId: "OFFICE" });
});

test("a named profile that is not there is an error that lists those there are", () => {
  writeFileSync(path, `[Plant]\n${file("PLANT")}[office]\n${file("OFFICE")}`);
  expect(errorOf({ profile: "plnt" })).toMatch(/remoteit:profile names the profile plnt.*Plant, office/);
  rmSync(path);
  expect(errorOf({}, { REMOTEIT_PROFILE: "plant" })).toMatch(/REMOTEIT_PROFILE names the profile plant.*is not there/);
});

test("a key is never put together from two sources, and the error says what the others hold", () => {
  writeFileSync(path, file("FILE"));
  const half = errorOf({ accessKeyId: "CONF" }, environment);
  expect(half).toContain("The stack configuration holds remoteit:accessKeyId but not remoteit:secretAccessKey");
  expect(half).toContain(
    `Elsewhere: the environment has R3_SECRET_ACCESS_KEY, perhaps of another key; the profile DEFAULT in ${path} has R3_SECRET_ACCESS_KEY, perhaps of another key.`,
  );
  expect(errorOf({}, { R3_SECRET_ACCESS_KEY: secretOf("x") })).toMatch(
    /The environment holds R3_SECRET_ACCESS_KEY but not R3_ACCESS_KEY_ID.* Elsewhere: the stack configuration has no remoteit:accessKeyId; the profile DEFAULT in .* has R3_ACCESS_KEY_ID/,
  );
  writeFileSync(path, "R3_ACCESS_KEY_ID=FILE");
  expect(errorOf()).toMatch(
    /The profile DEFAULT in .* holds R3_ACCESS_KEY_ID but not R3_SECRET_ACCESS_KEY.* Elsewhere: the stack configuration has no remoteit:secretAccessKey; the environment has no R3_SECRET_ACCESS_KEY\./,
  );
});

test("half a key is told with the state of the credentials file, also where that has nothing", () => {
  const half = { R3_ACCESS_KEY_ID: "ENV" };
  expect(errorOf({}, half)).toContain(`${path} is not there`);
  expect(errorOf({ profile: "plant" }, half)).toContain(`${path} is not there`);
  writeFileSync(path, file("FILE"));
  expect(errorOf({ profile: "plant" }, half)).toContain(`${path} has no profile plant`);
  rmSync(path);
  mkdirSync(path);
  expect(errorOf({}, half)).toContain(`${path} cannot be read: EISDIR`);
});

test("without any key, one error names all three ways", () => {
  const message = errorOf();
  for (const way of ["pulumi config set remoteit:accessKeyId", "R3_ACCESS_KEY_ID and R3_SECRET_ACCESS_KEY", path])
    expect(message).toContain(way);
  expect(message).toContain("is not there");
});

test("a credentials file that cannot be read is named as such, and does not matter where it is not needed", () => {
  mkdirSync(path);
  expect(errorOf()).toContain("cannot be read: EISDIR");
  expect(read({}, environment)).toMatchObject({ accessKeyId: "ENV" });
});

test.each([
  ["endpoint", "http://api.remote.it", "https://"],
  ["endpoint", "api.remote.it", "must be an address"],
  ["endpoint", "https://api.remote.it/apv/v27", "leave /apv/v27 off"],
  ["endpoint", "https://api.remote.it/graphql?x=1", "without user, query or fragment"],
  ["restEndpoint", "https://api.remote.it/graphql/v1", "must be the address of REST"],
  ["restEndpoint", "https://api.remote.it/apv/v26", "must end in /apv/v27 or leave it off"],
  ["restEndpoint", "http://api.remote.it", "https://"],
  ["endpoint", "https://user:word@api.remote.it", "without user"],
  ["signature", "hmac", '"auto", "cavage" or "rfc9421"'],
  ["requestsPerSecond", "0", "above 0"],
  ["requestsPerSecond", "fast", "above 0"],
  ["requestsPerSecond", "Infinity", "above 0"],
  ["maxRetries", "-1", "0 or above"],
  ["maxRetries", "1.5", "whole number"],
  ["timeoutSeconds", "1e9", "86400"],
  ["secretAccessKey", "not base64!", "base64"],
  ["secretAccessKey", "YWJjZA=", "copied whole"],
  ["secretAccessKey", "YWJjZ", "copied whole"],
])("%s %s is refused with its key and what to do", (key, value, remedy) => {
  const message = errorOf({ ...explicit, [key]: value });
  expect(message).toContain(`remoteit:${key}`);
  expect(message).toContain(remedy);
});

test("plain http is taken on this machine only", () => {
  for (const endpoint of ["http://localhost:8080", "http://127.0.0.1:1234", "http://[::1]:80"])
    expect(read({ ...explicit, endpoint }).endpoint).not.toMatch(/\/$/);
  for (const endpoint of ["http://127.0.0.1.example.com", "http://localhost.example.com"])
    expect(errorOf({ ...explicit, endpoint })).toContain("remoteit:endpoint");
});

test("all wrong settings are reported at once, with where they came from", () => {
  const message = errorOf({ ...explicit, maxRetries: "x" }, { REMOTEIT_SIGNATURE: "md5" });
  expect(message).toContain("remoteit:maxRetries");
  expect(message).toContain("remoteit:signature (from REMOTEIT_SIGNATURE in the environment)");
});

test("a secret is in no error, also a wrong one, and is redacted from any text from then on", () => {
  const message = errorOf({ accessKeyId: "CONF", secretAccessKey: "oops, my secret", endpoint: "x" });
  expect(message).not.toContain("oops");
  read({ ...explicit, developerKey: "dev-key-of-plant" });
  expect(redact(`${explicit.secretAccessKey} dev-key-of-plant`)).toBe("[secret] [secret]");
});

test.each([
  ["accessKeyId", "ID with open-sesame"],
  ["secretAccessKey", "open-sesame!"],
  ["developerKey", "open-sesame with a space"],
  ["endpoint", "https://user:open-sesame@api.remote.it"],
  ["endpoint", "https//user:open-sesame@api.remote.it"],
  ["endpoint", "http://open-sesame@api.remote.it/"],
  ["endpoint", "https://api.remote.it/?token=open-sesame"],
  ["restEndpoint", "ftp://user:open-sesame@api.remote.it"],
  ["restEndpoint", "https://api.remote.it#open-sesame"],
])("a wrong %s that may hold a secret (%s) is not quoted, wherever it stands", (key, value) => {
  const setting = settingTable[key as keyof typeof settingTable];
  const both = { R3_ACCESS_KEY_ID: "ID", R3_SECRET_ACCESS_KEY: "c2VjcmV0" };
  for (const message of [errorOf({ ...explicit, [key]: value }), errorOf({}, { ...both, [setting.env ?? ""]: value })]) {
    expect(message).toContain(`remoteit:${key}`);
    expect(message).toMatch(/must (be|start)/);
    expect(message).not.toContain("open-sesame");
  }
});

test("a secret is read in either alphabet of base64, padded or not, and no spelling of it is printed", () => {
  const spelled = fc.uint8Array({ minLength: 4, maxLength: 40 }).chain((bytes) => {
    const usual = Buffer.from(bytes).toString("base64");
    const unpadded = usual.replace(/=+$/, "");
    const url = unpadded.replaceAll("+", "-").replaceAll("/", "_");
    return fc.record({ usual: fc.constant(usual), given: fc.constantFrom(usual, unpadded, url, usual.replace(unpadded, url)) });
  });
  fc.assert(
    fc.property(spelled, ({ usual, given }) => {
      expect(read({ accessKeyId: "CONF", secretAccessKey: given }).secretAccessKey).toBe(usual);
      for (const spelling of [usual, given]) expect(redact(`<${spelling}>`)).toBe("<[secret]>");
    }),
  );
});

test.each([
  ["https://api.remote.it", undefined, "https://api.remote.it/graphql/v1", "https://api.remote.it/apv/v27"],
  ["https://example.com/proxy/", undefined, "https://example.com/proxy/graphql/v1", "https://example.com/proxy/apv/v27"],
  [
    "https://graphql.stage.example",
    undefined,
    "https://graphql.stage.example/graphql/v1",
    "https://graphql.stage.example/apv/v27",
  ],
  ["https://graphql.stage.example/graphql/", undefined, "https://graphql.stage.example/graphql", undefined],
  ["https://api.remote.it/graphql/v1", undefined, "https://api.remote.it/graphql/v1", undefined],
  ["https://api.remote.it/graphql/beta", undefined, "https://api.remote.it/graphql/beta", undefined],
  [
    "https://api.remote.it/graphql/beta",
    "https://api.remote.it",
    "https://api.remote.it/graphql/beta",
    "https://api.remote.it/apv/v27",
  ],
  [
    "https://api.remote.it",
    "https://api.remot3.it/apv/v27/",
    "https://api.remote.it/graphql/v1",
    "https://api.remot3.it/apv/v27",
  ],
])("the endpoint %s with REST at %s is GraphQL at %s and REST at %s", (endpoint, restEndpoint, graphql, rest) => {
  const addresses = addressesOf(read({ ...explicit, endpoint, ...(restEndpoint && { restEndpoint }) }));
  expect([addresses.graphql.url, addresses.rest?.url]).toEqual([graphql, rest]);
  const inEnvironment = { REMOTEIT_ENDPOINT: endpoint, ...(restEndpoint && { REMOTEIT_REST_ENDPOINT: restEndpoint }) };
  expect(addressesOf(read(explicit, inEnvironment))).toEqual(addresses);
});

test("every setting has its docs", () => {
  for (const [key, { docs }] of Object.entries(settingTable)) expect(`${key}: ${docs}`).toMatch(/: .+\.$/);
});
