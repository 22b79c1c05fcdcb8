import { inspect } from "node:util";

import { createClient, createReadOnlyClient, type Settings } from "../../provider/client";
import { type RestCall, restCalls } from "../../provider/client/rest-calls";
import {
  AuthenticationError,
  ConfigurationError,
  NotFoundError,
  RestError,
  UnsupportedOperation,
  ValidationError,
} from "../../provider/core/errors";
import { json, type Server, settingsFor, startServer } from "./server";

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const about = { what: "Provision the device", subject: '"pump"' };
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

test("a search by name is a POST that changes nothing, so a read-only client sends it", async () => {
  server.answer = json({ status: "true", devices: [{ deviceaddress: "80:00", devicealias: "pump", hardwareid: "hw-1" }] });
  const client = createReadOnlyClient(settingsFor(server.url));
  const { devices } = await client.rest("device/find/by/name/", { devicestate: "all", devicename: "pump" }, about);
  expect(devices[0]).toMatchObject({ hardwareid: "hw-1" });
  expect(server.received[0]).toMatchObject({ method: "POST", url: "/apv/v27/device/find/by/name/" });
  expect(JSON.parse(server.received[0]?.body ?? "")).toEqual({ devicestate: "all", devicename: "pump" });
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
  ["[0861] no service for that id", "0861", "no service for that id", "id of the device or service"],
  ["bad device address", undefined, "bad device address", "eight hex pairs"],
  ["missing api token", undefined, "missing api token", "remoteit:developerKey"],
  ["api token missing", undefined, "api token missing", "remoteit:developerKey"],
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

const rename = (more: Partial<Settings> = {}) =>
  thrown(clientTo(more).rest("device/name", { deviceaddress: "80:00", devicealias: "pump" }, about));

test.each([
  [{ status: "false", Error: "DuplicateName:" }, undefined, "DuplicateName", "choose another"],
  [{ Error: "DuplicateName:" }, undefined, "DuplicateName", "choose another"],
  [{ status: "false", Error: "DuplicateAddress:" }, undefined, "DuplicateAddress", "adopt it by its id"],
  [{ status: "false", Error: "DuplicateName:", reason: "[0807] duplicate name" }, "0807", "duplicate name", "choose another"],
  [{ status: "false", code: "0807", reason: "duplicate name" }, "0807", "duplicate name", "choose another"],
  [{ status: "false", code: "[0806]" }, "0806", "no reason given", "device's id"],
  [{ status: "false", code: 861, reason: "nothing for that id" }, "0861", "nothing for that id", "device or service"],
  [{ status: "false", code: 9, reason: "[0806] device not found" }, "0806", "device not found", "device's id"],
  [{ status: false, reason: "device not found" }, undefined, "device not found", "device's id"],
  [{ status: "false", code: { a: 1 }, reason: 7, Error: [] }, undefined, "no reason given", "Correct what it names"],
])("a refusal %j has its code, its reason and a remedy", async (body, code, reason, remedy) => {
  server.answer = json(body);
  const error = await rename();
  expect(error).toBeInstanceOf(RestError);
  expect(error).toMatchObject({ code, reason, remedy: expect.stringContaining(remedy) as string });
  expect((error as Error).message).toContain("REST device/name was refused: ");
});

test.each([
  [{ status: "pending" }, 'its status is "pending". Look'],
  [{ status: "reset", reason: "[0900] ask again" }, 'its status is "reset", [0900] ask again. Look'],
])("the status of a registration that goes on, %j, is told as it is", async (body, words) => {
  server.answer = json(body);
  const error = await rename();
  expect(error).toBeInstanceOf(RestError);
  expect((error as Error).message).toContain(`REST device/name was not carried out, or is not yet: ${words}`);
});

test("a status may be a Boolean", async () => {
  server.answer = json({ status: true });
  expect(await rename()).toBeUndefined();
});

describe("HTTP 401 and 403", () => {
  test.each(["[0830] no such connection", "device is offline", "api token missing", "[0861] nothing for that id"])(
    "with the reason %s refuse the call, not the key, and nothing is sent again",
    async (reason) => {
      for (const status of [401, 403])
        for (const word of ["false", false]) {
          server.received.length = 0;
          // A clock that differs would have it signed again.
          server.answer = json({ status: word, reason }, status, { date: "Tue, 20 Apr 2021 02:07:55 GMT" });
          expect(await rename()).toBeInstanceOf(RestError);
          expect(server.received).toHaveLength(1);
        }
    },
  );

  test.each([
    { status: "false", reason: "invalid signature" },
    { status: "false", reason: "unknown access key" },
    { status: "false", reason: "[0403] Unauthorized" },
    { status: "false", reason: "the date is too far off" },
    { status: "false" },
    { reason: "device is offline" },
    { message: "Forbidden" },
    {},
  ])("with %j refuse the key", async (body) => {
    server.answer = json(body, 401);
    expect(await rename()).toBeInstanceOf(AuthenticationError);
  });

  test("of GraphQL refuse the key, whatever is in them", async () => {
    server.answer = json({ status: "false", reason: "device is offline" }, 401);
    expect(await thrown(clientTo().account())).toBeInstanceOf(AuthenticationError);
  });
});

describe("an endpoint without REST", () => {
  const graphqlAlone = () => ({ endpoint: `${server.url}/graphql/beta` });

  test("is told before anything is sent, with what to set, also where there is no developer key", async () => {
    const { developerKey: _none, ...settings } = settingsFor(server.url, graphqlAlone());
    for (const error of [await rename(graphqlAlone()), await thrown(createClient(settings).rest("device/list/all", {}, about))]) {
      expect(error).toBeInstanceOf(UnsupportedOperation);
      expect((error as Error).message).toContain(
        `${server.url}/graphql/beta (remoteit:endpoint) is the address of GraphQL alone`,
      );
      expect((error as Error).message).toContain("remoteit:restEndpoint (or REMOTEIT_REST_ENDPOINT)");
    }
    expect(server.received).toHaveLength(0);
  });

  test("answers GraphQL at the whole address, and REST where restEndpoint says", async () => {
    server.answer = (request, response) =>
      json(request.url.startsWith("/graphql") ? { data: { login: null } } : { status: "true" })(request, response);
    await thrown(clientTo(graphqlAlone()).account());
    for (const restEndpoint of [`${server.url}/older`, `${server.url}/older/apv/v27`])
      expect(await rename({ ...graphqlAlone(), restEndpoint })).toBeUndefined();
    expect(server.received.map(({ url }) => url)).toEqual([
      "/graphql/beta",
      "/older/apv/v27/device/name",
      "/older/apv/v27/device/name",
    ]);
  });

  test.each([
    ["JSON", json({ error: "no route" }, 404)],
    ["a web page", (_request, response) => response.writeHead(404, { "content-type": "text/html" }).end("<html>")],
    ["nothing", (_request, response) => response.writeHead(404).end()],
  ] as [string, Server["answer"]][])("is told by HTTP 404 with %s, which nobody retries", async (_what, answer) => {
    server.answer = answer;
    const error = await rename({ maxRetries: 2 });
    expect(error).toBeInstanceOf(UnsupportedOperation);
    expect((error as Error).message).toContain(`${server.url} has no REST device/name (HTTP 404)`);
    expect((error as Error).message).toContain("remoteit:restEndpoint");
    expect(server.received).toHaveLength(1);
  });

  test("is no such one where HTTP 404 bears a refusal of REST's own", async () => {
    server.answer = json({ status: "false", reason: "[0806] device not found" }, 404);
    expect(await rename()).toMatchObject({ name: "RestError", code: "0806" });
  });

  test("which is a web page with HTTP 200 names the setting that leads there", async () => {
    server.answer = (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>");
    for (const [more, setting] of [
      [{}, "remoteit:endpoint"],
      [{ restEndpoint: server.url }, "remoteit:restEndpoint"],
    ] as const) {
      const error = await rename(more);
      expect(error).toBeInstanceOf(ConfigurationError);
      expect((error as Error).message).toContain(`Set ${setting} to`);
    }
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
  expect((error as Error).message).toContain("account org");
});

test("every call names inputs of its own as parts of its path", () => {
  for (const name of Object.keys(restCalls) as RestCall[])
    for (const part of restCalls[name].inPath) expect(Object.keys(restCalls[name].input.shape)).toContain(part);
});

test("a call may take twice as long as a request of GraphQL", async () => {
  server.answer = (request, response) => void setTimeout(() => json({ status: "true" })(request, response), 300);
  await clientTo({ timeoutSeconds: 0.25 }).rest("device/delete", { deviceaddress: "80:00" }, about);
  const error = await thrown(clientTo({ timeoutSeconds: 0.1 }).rest("device/delete", { deviceaddress: "80:00" }, about));
  expect(error).toMatchObject({ name: "TransientError", reached: "unknown", mayStillArrive: true });
  expect((error as Error).message).toContain("did not answer REST device/delete within 0.2 s");
});
