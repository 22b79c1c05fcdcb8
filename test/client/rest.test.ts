import { inspect } from "node:util";

import { createClient, type Settings } from "../../provider/client";
import { type RestCall, restCalls } from "../../provider/client/rest-calls";
import { ConfigurationError, NotFoundError, RestError, UnsupportedOperation, ValidationError } from "../../provider/core/errors";
import { json, type Server, settingsFor, startServer } from "./server";

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const about = { what: "Provision the device", subject: 'Device "pump"' };
const clientTo = (more: Partial<Settings> = {}) => createClient(settingsFor(server.url, more));
const thrown = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test("a call sends its input as JSON with the developer key, and gives the typed answer", async () => {
  server.answer = json({ status: "true", device: { name: "pump" }, secret: "device-secret" });
  const answer = await clientTo().rest(
    "device/register",
    { deviceaddress: "80:00", devicetype: "00:1C", devicealias: "pump", skipsecret: "true" },
    about,
  );
  expect(answer.secret).toBe("device-secret");
  expect(server.received[0]).toMatchObject({
    method: "POST",
    url: "/apv/v27/device/register",
    headers: { developerkey: "developer-key-7" },
  });
  expect(JSON.parse(server.received[0]?.body ?? "")).toEqual({
    deviceaddress: "80:00",
    devicetype: "00:1C",
    devicealias: "pump",
    skipsecret: "true",
  });
});

test("the list is a GET that asks past the cache", async () => {
  server.answer = json({ status: "true", devices: [{ deviceaddress: "80:00", devicealias: "pump", shared: "" }] });
  const { devices } = await clientTo().rest("device/list/all", {}, about);
  expect(devices[0]).toMatchObject({ devicealias: "pump" });
  expect(server.received[0]).toMatchObject({ method: "GET", url: "/apv/v27/device/list/all?cache=false", body: "" });
});

test("inputs that belong in the path are URL-encoded there and left out of the body", async () => {
  server.answer = json({ status: "true" });
  await clientTo().rest("developer/devices/transfer", { id: "80:00/é?", user: "a@example.com" }, about);
  expect(server.received[0]).toMatchObject({
    url: "/apv/v27/developer/devices/transfer/80%3A00%2F%C3%A9%3F",
    body: '{"user":"a@example.com"}',
  });
});

test("a project's key and secret are in no error, neither as they are nor as they stand in the URL", async () => {
  const input = { projectKey: "key/of project", projectSecret: "secret+of/project é" };
  server.answer = (request, response) =>
    json({ status: "false", reason: `no matching bulk project for ${request.url}` })(request, response);
  const error = await thrown(clientTo().rest("device/address", input, about));
  expect(server.received[0]?.url).toBe(
    `/apv/v27/device/address/${encodeURIComponent(input.projectKey)}/${encodeURIComponent(input.projectSecret)}`,
  );
  const printed = inspect(error, { depth: 9 });
  for (const value of Object.values(input)) {
    expect(printed).not.toContain(value);
    expect(printed).not.toContain(encodeURIComponent(value));
  }
  expect(printed).toContain("provision.projectKey");
});

test("a device's secret in an answer is in no later error", async () => {
  server.answer = json({ status: "true", secret: "born-with-this" });
  await clientTo().rest("device/register", { deviceaddress: "80:00", devicetype: "00:1C", devicealias: "pump" }, about);
  server.answer = json({ status: "false", reason: "born-with-this is wrong" });
  const error = await thrown(clientTo().rest("device/delete", { deviceaddress: "80:00" }, about));
  expect((error as Error).message).toContain("[secret] is wrong");
});

test.each([
  ["[0806] device not found", "0806", "device not found", "pulumi refresh"],
  ["[0807] duplicate name", "0807", "duplicate name", "choose another"],
  ["[0861] no service for that id", "0861", "no service for that id", "service's id"],
  ["bad device address", undefined, "bad device address", "eight hex pairs"],
  ["missing api token", undefined, "missing api token", "remoteit:developerKey"],
  ["no matching bulk project", undefined, "no matching bulk project", "projectKey"],
  ["[9999] something new", "9999", "something new", "Correct what it names"],
  ["", undefined, "no reason given", "Correct what it names"],
])('a refusal "%s" has its code, its reason and a remedy', async (said, code, reason, remedy) => {
  server.answer = json({ status: "false", reason: said });
  const error = await thrown(clientTo().rest("device/name", { deviceaddress: "80:00", devicealias: "pump" }, about));
  expect(error).toBeInstanceOf(RestError);
  expect(error).toMatchObject({
    code,
    reason,
    message: expect.stringContaining("REST device/name was refused") as string,
    remedy: expect.stringContaining(remedy) as string,
  });
});

test("without a developer key nothing is sent, and the error says how to set one", async () => {
  const { developerKey: _none, ...settings } = settingsFor(server.url);
  const error = await thrown(createClient(settings).rest("device/delete", { deviceaddress: "80:00" }, about));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect((error as Error).message).toMatch(/remoteit:developerKey.*R3_DEVELOPER_API_KEY/);
  expect(server.received).toHaveLength(0);
});

test.each(["", ".", ".."])('an id "%s", which would turn into the address of another call, is not sent', async (id) => {
  const error = await thrown(clientTo().rest("developer/device/delete/registered", { id }, about));
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({ problems: [{ path: "id" }] });
  expect(server.received).toHaveLength(0);
});

test("an answer that lacks what the call promises is not taken for remote.it's", async () => {
  server.answer = json({ status: "true" });
  expect(
    await thrown(clientTo().rest("device/address", { projectKey: "some-key", projectSecret: "some-secret" }, about)),
  ).toBeInstanceOf(ConfigurationError);
  server.answer = json({ hello: "world" });
  expect(await thrown(clientTo().rest("device/delete", { deviceaddress: "80:00" }, about))).toBeInstanceOf(ConfigurationError);
});

test("for another account than the key's own REST is refused before the call is sent", async () => {
  server.answer = json({
    data: { login: { id: "me", email: "me@example.com", account: { id: "org", email: "org@example.com" } } },
  });
  const client = clientTo({ accountId: "org" });
  for (const deviceaddress of ["80:00", "80:01"]) {
    const error = await thrown(client.rest("device/delete", { deviceaddress }, about));
    expect(error).toBeInstanceOf(UnsupportedOperation);
    expect((error as Error).message).toContain("own account (me) and not for org");
  }
  expect(server.received.map(({ url }) => url)).toEqual(["/graphql/v1"]);
});

test("an account id that is the key's own is fine for REST", async () => {
  const account = { id: "me", email: "me@example.com" };
  server.answer = (request, response) =>
    json(request.url === "/graphql/v1" ? { data: { login: { ...account, account } } } : { status: "true" })(request, response);
  await clientTo({ accountId: "me" }).rest("device/delete", { deviceaddress: "80:00" }, about);
  expect(server.received).toHaveLength(2);
});

test("an account id that nobody knows is said to be not found", async () => {
  server.answer = json({ errors: [{ message: "Account not found" }] });
  const error = await thrown(clientTo({ accountId: "org" }).rest("device/delete", { deviceaddress: "80:00" }, about));
  expect(error).toBeInstanceOf(NotFoundError);
  expect((error as Error).message).toContain("Account org");
});

test("every call names inputs of its own as parts of its path", () => {
  for (const name of Object.keys(restCalls) as RestCall[])
    for (const part of restCalls[name].inPath) expect(Object.keys(restCalls[name].input.shape)).toContain(part);
});
