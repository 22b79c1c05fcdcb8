import { RenameDocument, WhoAmIDocument as WhoAmI } from "../../api/generated/graphql";
import { createClient, defineMutation } from "../../provider/client";
import { memoize } from "../../provider/client/memoize";
import { TransientError } from "../../provider/core/errors";
import { redact } from "../../provider/core/secrets";
import { json, type Server, settingsFor, startServer } from "./server";

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const schema = json({ data: { __schema: { mutationType: { fields: [{ name: "addService" }, { name: "removeService" }] } } } });
const me = json({ data: { login: { id: "me", email: "me@example.com", account: { id: "org", email: "org@example.com" } } } });

test("an operation is sent with its name and variables, and gives its typed data", async () => {
  server.answer = me;
  const data = await createClient(settingsFor(server.url)).graphql(WhoAmI, { accountId: "org" }, { what: "Ask" });
  expect(data.login?.account?.id).toBe("org");
  expect(server.received[0]?.url).toBe("/graphql/v1");
  expect(JSON.parse(server.received[0]?.body ?? "")).toMatchObject({ operationName: "whoAmI", variables: { accountId: "org" } });
});

test("a base address with a path of its own keeps it", async () => {
  server.answer = me;
  await createClient(settingsFor(`${server.url}/proxy/remoteit`)).graphql(WhoAmI, {}, { what: "Ask" });
  expect(server.received[0]?.url).toBe("/proxy/remoteit/graphql/v1");
});

test("the endpoint's schema is asked once for everyone who wants to know what it supportsMutation", async () => {
  server.answer = schema;
  const { supportsMutation } = createClient(settingsFor(server.url));
  expect(await Promise.all(["addService", "updateService", "removeService"].map(supportsMutation))).toEqual([true, false, true]);
  expect(await supportsMutation("renameService")).toBe(false);
  expect(server.received).toHaveLength(1);
});

test("a schema without mutations offers none", async () => {
  server.answer = json({ data: { __schema: { mutationType: null } } });
  expect(await createClient(settingsFor(server.url)).supportsMutation("addService")).toBe(false);
});

test("a failed question is asked again by whoever wants to know next", async () => {
  const { supportsMutation } = createClient(settingsFor(server.url));
  await expect(Promise.all([supportsMutation("addService"), supportsMutation("addService")])).rejects.toBeInstanceOf(
    TransientError,
  );
  expect(server.received).toHaveLength(1);
  server.answer = schema;
  expect(await supportsMutation("addService")).toBe(true);
});

test("whose account answers is asked once, and tells the account from the key's own", async () => {
  server.answer = me;
  const { account } = createClient(settingsFor(server.url, { accountId: "org" }));
  expect(await Promise.all([account(), account()])).toEqual(Array(2).fill({ id: "org", email: "org@example.com", ownId: "me" }));
  expect(server.received).toHaveLength(1);
  expect(JSON.parse(server.received[0]?.body ?? "")).toMatchObject({ variables: { accountId: "org" } });
});

test("an account whose user was deleted has no address, and one that is not there is named as it was asked for", async () => {
  server.answer = json({ data: { login: { id: "me", email: "me@example.com", account: { id: "org", email: null } } } });
  expect(await createClient(settingsFor(server.url)).account()).toStrictEqual({ id: "org", ownId: "me" });
  server.answer = json({ data: { login: { id: "me", email: "me@example.com", account: null } } });
  await expect(createClient(settingsFor(server.url, { accountId: "other" })).account()).rejects.toThrow("without account other");
  server.answer = json({ data: { login: null } });
  await expect(createClient(settingsFor(server.url)).account()).rejects.toThrow("access key KEY7");
});

test("the secret of the key and the developer key are secrets as soon as there is a client", () => {
  const [secretAccessKey, developerKey] = ["b25seSBmb3IgdGhpcyB0ZXN0", "only-for-this-test"];
  createClient(settingsFor(server.url, { secretAccessKey, developerKey }));
  expect(redact(`${secretAccessKey} and ${developerKey}`)).toBe("[secret] and [secret]");
});

test("REST calls can be made where there is an address for them and a developer key", () => {
  const { developerKey: _key, ...without } = settingsFor(server.url);
  const whole = { endpoint: `${server.url}/graphql/beta` };
  expect(createClient(settingsFor(server.url)).hasRest).toBe(true);
  expect(createClient(without).hasRest).toBe(false);
  expect(createClient(settingsFor(server.url, whole)).hasRest).toBe(false);
  expect(createClient(settingsFor(server.url, { ...whole, restEndpoint: server.url })).hasRest).toBe(true);
});

test("all who listen hear of a change, before it is sent and when it is over, and of no question", async () => {
  server.answer = json({ data: { login: { id: "me" }, renameService: true } });
  const client = createClient(settingsFor(server.url));
  const heard: string[] = [];
  for (const who of ["one", "other"])
    client.onChange(({ ids }) => {
      heard.push(`${who} ${ids.join()}`);
      return () => heard.push(`${who} ends`);
    });
  await client.graphql(WhoAmI, {}, { what: "Asking" });
  expect(heard).toEqual([]);
  const rename = defineMutation(RenameDocument, []);
  await client.graphql(rename, { id: "80:00:00:00:00:00:00:01", name: "pump" }, { what: "Renaming" });
  const id = "80:00:00:00:00:00:00:01";
  expect(heard).toEqual([`one ${id}`, `other ${id}`, "one ends", "other ends"]);
});

test("work that is wanted once runs once, and again only after it failed", async () => {
  const outcomes = [Promise.reject(new Error("first")), Promise.resolve("second")];
  const get = memoize(() => outcomes.shift() ?? Promise.reject(new Error("third")));
  await expect(get()).rejects.toThrow("first");
  expect(await get()).toBe("second");
  expect(await get()).toBe("second");
});

test("a mutation that does not declare what it invalidates is a mistake, and is not sent", async () => {
  const client = createClient(settingsFor(server.url));
  const before = server.received.length;
  await expect(client.graphql(RenameDocument, { id: "80:00", name: "pump" }, { what: "Rename" })).rejects.toThrow(
    "GraphQL rename changes the account: declare it with defineMutation.",
  );
  expect(server.received).toHaveLength(before);
});
