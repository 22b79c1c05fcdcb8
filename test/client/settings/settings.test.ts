import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readSettings, settingTable } from "../../../provider/client";
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
    signature: "cavage",
    requestsPerSecond: 100,
    maxRetries: 5,
    timeoutSeconds: 30,
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
  expect(read({ ...explicit, accountId: "", signature: " " }, { R3_ACCESS_KEY_ID: "" })).toMatchObject({ signature: "cavage" });
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

test("a key is never put together from two sources", () => {
  writeFileSync(path, file("FILE"));
  expect(errorOf({ accessKeyId: "CONF" }, environment)).toContain(
    "The stack configuration holds remoteit:accessKeyId but not remoteit:secretAccessKey",
  );
  expect(errorOf({}, { R3_SECRET_ACCESS_KEY: secretOf("x") })).toContain(
    "The environment holds R3_SECRET_ACCESS_KEY but not R3_ACCESS_KEY_ID",
  );
  writeFileSync(path, "R3_ACCESS_KEY_ID=FILE");
  expect(errorOf()).toContain(`The profile DEFAULT in ${path} holds R3_ACCESS_KEY_ID but not R3_SECRET_ACCESS_KEY`);
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
  ["endpoint", "https://api.remote.it/graphql/v1", "leave /graphql/v1"],
  ["endpoint", "https://user:word@api.remote.it", "without user"],
  ["signature", "hmac", '"cavage" or "rfc9421"'],
  ["requestsPerSecond", "0", "above 0"],
  ["requestsPerSecond", "fast", "above 0"],
  ["requestsPerSecond", "Infinity", "above 0"],
  ["maxRetries", "-1", "0 or above"],
  ["maxRetries", "1.5", "whole number"],
  ["timeoutSeconds", "1e9", "86400"],
  ["secretAccessKey", "not base64!", "base64"],
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

test("every setting has its docs", () => {
  for (const [key, { docs }] of Object.entries(settingTable)) expect(`${key}: ${docs}`).toMatch(/: .+\.$/);
});
